package org.wordborne.server.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// All that counts when a word is weighed.
///
/// @param intents chance of each intent above its line, by word
/// @param negative chance that it is negative
/// @param offensive chance that it is offensive
/// @param harmWords words in it that speak of harm to somebody
/// @param spokenToUs answers a word of ours, or calls us by our handle
/// @param toAnother calls somebody else by name: whom it answers
/// @param audience how many hear its author
/// @param othersAnswered how many other people answered it
/// @param praisedBefore earlier words in which its author praised, the newest first
/// @param settled what our answers did before, by intent
record Plea(
    UUID mention,
    Map<String, Double> intents,
    double negative,
    double offensive,
    List<String> harmWords,
    boolean spokenToUs,
    boolean toAnother,
    long audience,
    int othersAnswered,
    List<UUID> praisedBefore,
    Map<String, Settled> settled) {

  /// Whether anything in it asks for an answer.
  boolean asks() {
    return !harmWords.isEmpty() || intents.keySet().stream().anyMatch(NeedFormula::asks);
  }
}

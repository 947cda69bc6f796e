package org.wordborne.server.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.person.SpokenWord;

/// Ties what answers one of our replies to the word that the reply answered.
///
/// Some channels never bring our own replies back, so no mention bears the native id that a "thank
/// you" under our reply names; it belongs to the thread all the same.
final class AnswersToUs {
  private AnswersToUs() {}

  /// The words, with those that answer a reply of ours that was not heard itself led to its parent.
  static List<SpokenWord> tied(List<SpokenWord> words, JdbcClient tx) {
    String[] parents =
        words.stream()
            .map(SpokenWord::inReplyTo)
            .filter(parent -> !parent.isEmpty())
            .distinct()
            .toArray(String[]::new);
    if (parents.length == 0) {
      return words;
    }
    Map<Place, String> answered = answered(parents, tx);
    return words.stream().map(word -> tied(word, answered)).toList();
  }

  private static SpokenWord tied(SpokenWord word, Map<Place, String> answered) {
    String parent = answered.get(new Place(word.place(), word.inReplyTo()));
    return parent == null ? word : word.answering(parent);
  }

  private static Map<Place, String> answered(String[] parents, JdbcClient tx) {
    var found = new HashMap<Place, String>();
    tx.sql(
            """
            select place, native_id, in_reply_to from reply
            where state = 'sent' and heard_mention is null and native_id = any(?)""")
        .param(parents)
        .query(
            row -> {
              found.put(new Place(row.getString(1), row.getString(2)), row.getString(3));
            });
    return found;
  }

  private record Place(String place, String nativeId) {}
}

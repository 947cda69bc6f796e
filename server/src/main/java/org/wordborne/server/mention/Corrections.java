package org.wordborne.server.mention;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person says is right; null where they said nothing.
///
/// @param sentiment one of the five labels
/// @param intents all that apply, maybe none
/// @param spam whether it is spam
/// @param language ISO 639-1 code
public record Corrections(
    @Nullable String sentiment,
    @Nullable List<String> intents,
    @Nullable Boolean spam,
    @Nullable String language) {

  /// Nothing said.
  static final Corrections NONE = new Corrections(null, null, null, null);

  /// These and, where they say more, `later`.
  Corrections and(Corrections later) {
    return new Corrections(
        later.sentiment == null ? sentiment : later.sentiment,
        later.intents == null ? intents : later.intents,
        later.spam == null ? spam : later.spam,
        later.language == null ? language : later.language);
  }

  /// The judgements that are spoken of, by name, in plain words.
  Map<String, String> words() {
    var words = new LinkedHashMap<String, String>();
    if (sentiment != null) {
      words.put("sentiment", sentiment);
    }
    if (intents != null) {
      words.put("intents", String.join(",", intents));
    }
    if (spam != null) {
      words.put("spam", spam.toString());
    }
    if (language != null) {
      words.put("language", language);
    }
    return words;
  }

  /// What was judged, put right.
  Understanding applied(Understanding judged) {
    Set<String> corrected = new LinkedHashSet<>(judged.corrected());
    corrected.addAll(words().keySet());
    return new Understanding(
        sentiment == null ? judged.sentiment() : sentiment,
        judged.positive(),
        judged.negative(),
        judged.neutral(),
        judged.confidence(),
        intents == null ? judged.intents() : sure(intents),
        judged.emotions(),
        spam == null ? judged.spam() : spam ? 1 : 0,
        judged.offensive(),
        judged.irony(),
        judged.languageConfidence(),
        judged.why(),
        corrected);
  }

  private static Map<String, Double> sure(List<String> intents) {
    var sure = new LinkedHashMap<String, Double>();
    intents.forEach(intent -> sure.put(intent, 1.0));
    return sure;
  }
}

package org.wordborne.server.mention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Post;
import org.wordborne.text.Analysis;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The parts of a mention that the database keeps as JSON text.
final class MentionJson {
  private static final double FINE = 10_000;
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private MentionJson() {}

  /// Links and media.
  record Extra(List<String> links, List<Post.Media> media) {
    static final Extra NONE = new Extra(List.of(), List.of());
  }

  static String extra(Post post) {
    if (post.links().isEmpty() && post.media().isEmpty()) {
      return "";
    }
    return JSON.writeValueAsString(new Extra(post.links(), post.media()));
  }

  static Extra extra(String json) {
    return json.isEmpty() ? Extra.NONE : JSON.readValue(json, Extra.class);
  }

  static String understanding(Understanding understanding) {
    return JSON.writeValueAsString(understanding);
  }

  static Understanding understanding(String json) {
    return json.isEmpty() ? Understanding.none() : JSON.readValue(json, Understanding.class);
  }

  static String corrections(Corrections corrections) {
    return JSON.writeValueAsString(corrections);
  }

  static Corrections corrections(@Nullable String json) {
    return json == null ? Corrections.NONE : JSON.readValue(json, Corrections.class);
  }

  /// What the engine judged, in the words that are kept.
  static Understanding understanding(Analysis analysis) {
    var intents = new LinkedHashMap<String, Double>();
    analysis.intents().forEach((intent, chance) -> intents.put(intent.word(), fine(chance)));
    var emotions = new LinkedHashMap<String, Double>();
    analysis.emotions().forEach((emotion, chance) -> emotions.put(emotion, fine(chance)));
    var mood = analysis.sentiment();
    return new Understanding(
        mood.label().word(),
        fine(mood.positive()),
        fine(mood.negative()),
        fine(mood.neutral()),
        fine(mood.confidence()),
        intents,
        emotions,
        fine(analysis.spam()),
        fine(analysis.offensive()),
        fine(analysis.irony()),
        fine(analysis.languageConfidence()),
        why(analysis),
        Set.of());
  }

  private static List<Understanding.Why> why(Analysis analysis) {
    return analysis.why().stream()
        .map(
            reason ->
                new Understanding.Why(
                    reason.judgement(),
                    reason.start(),
                    reason.end(),
                    reason.words(),
                    fine(reason.weight())))
        .toList();
  }

  /// Four decimals: more would be noise, and would take room in every row.
  private static double fine(double value) {
    return Math.round(value * FINE) / FINE;
  }
}

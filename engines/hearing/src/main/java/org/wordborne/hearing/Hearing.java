package org.wordborne.hearing;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.wordborne.query.Judgements;
import org.wordborne.query.Post;
import org.wordborne.query.StandingQueries;
import org.wordborne.text.Analysis;
import org.wordborne.text.Fingerprint;
import org.wordborne.text.Intent;
import org.wordborne.text.TextAnalyzer;

/// Hears a post: what it says, and which topics it concerns.
///
/// ```java
/// var hearing = new Hearing(TextAnalyzer.standard(), topics);
/// Heard heard = hearing.hear(Post.of("42", "Is it true that Lantern is closing?"));
/// ```
///
/// Pure: no clock, no I/O. Safe for many threads. The same post and topics give the same result.
public final class Hearing {
  private final TextAnalyzer analyzer;
  private final StandingQueries topics;

  /// Makes a hearing that judges with `analyzer` and sorts by `topics`.
  public Hearing(TextAnalyzer analyzer, StandingQueries topics) {
    this.analyzer = analyzer;
    this.topics = topics;
  }

  /// Hears a post from a source without a name.
  public Heard hear(Post post) {
    return hear(post, "");
  }

  /// Hears a post from a named source, which topics may ask for as `source:`.
  ///
  /// Topics are asked after the analysis, because they may ask for its judgements. The field
  /// `topic:` finds nothing here: topics that hang on topics could run in a circle.
  public Heard hear(Post post, String source) {
    var spoken = spoken(post);
    var analysis = analyzer.analyze(spoken, post.language());
    var judgements = judgements(analysis, source);
    var matched = new LinkedHashSet<>(topics.match(post, judgements));
    return new Heard(post, analysis, matched, Fingerprint.of(spoken));
  }

  /// Returns an analysis in the words that queries ask for.
  public static Judgements judgements(Analysis analysis, String source) {
    var intents = analysis.intents().keySet().stream();
    return Judgements.NONE
        .withLanguage(analysis.language())
        .withSentiment(analysis.sentiment().label().word())
        .withIntents(intents.map(Intent::word).collect(Collectors.toUnmodifiableSet()))
        .withEmotion(leading(analysis.emotions()))
        .withSource(source);
  }

  private static String spoken(Post post) {
    return post.text().isBlank() ? post.title() : post.text();
  }

  private static String leading(Map<String, Double> emotions) {
    return emotions.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}

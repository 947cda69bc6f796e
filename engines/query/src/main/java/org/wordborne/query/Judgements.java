package org.wordborne.query;

import java.util.Set;

/// What was judged of a post, as far as questions ask for it.
///
/// Plain words, so that a question needs nothing of the engine that judged. Words are compared
/// without regard to case; an empty one answers no question.
///
/// @param language BCP 47 code
/// @param sentiment `positive`, `negative`, `neutral`, `mixed` or `unsure`
/// @param intents words such as `question`, `complaint`, `praise`
/// @param emotion the leading emotion
/// @param topics names or ids of the topics that it concerns
/// @param tags tags that people gave it
/// @param source name of the source that brought it
/// @param country ISO 3166 code of the place
public record Judgements(
    String language,
    String sentiment,
    Set<String> intents,
    String emotion,
    Set<String> topics,
    Set<String> tags,
    String source,
    String country) {

  /// Nothing judged.
  public static final Judgements NONE =
      new Judgements("", "", Set.of(), "", Set.of(), Set.of(), "", "");

  /// Keeps copies of the sets.
  public Judgements {
    intents = Set.copyOf(intents);
    topics = Set.copyOf(topics);
    tags = Set.copyOf(tags);
  }

  /// Returns these judgements with another language.
  public Judgements withLanguage(String language) {
    return new Judgements(language, sentiment, intents, emotion, topics, tags, source, country);
  }

  /// Returns these judgements with another sentiment.
  public Judgements withSentiment(String sentiment) {
    return new Judgements(language, sentiment, intents, emotion, topics, tags, source, country);
  }

  /// Returns these judgements with other intents.
  public Judgements withIntents(Set<String> intents) {
    return new Judgements(language, sentiment, intents, emotion, topics, tags, source, country);
  }

  /// Returns these judgements with other topics.
  public Judgements withTopics(Set<String> topics) {
    return new Judgements(language, sentiment, intents, emotion, topics, tags, source, country);
  }

  /// Returns these judgements with another source.
  public Judgements withSource(String source) {
    return new Judgements(language, sentiment, intents, emotion, topics, tags, source, country);
  }

  /// Returns these judgements with another emotion.
  public Judgements withEmotion(String emotion) {
    return new Judgements(language, sentiment, intents, emotion, topics, tags, source, country);
  }

  /// Returns these judgements with other tags.
  public Judgements withTags(Set<String> tags) {
    return new Judgements(language, sentiment, intents, emotion, topics, tags, source, country);
  }

  /// Returns these judgements with another country.
  public Judgements withCountry(String country) {
    return new Judgements(language, sentiment, intents, emotion, topics, tags, source, country);
  }
}

package org.wordborne.server.mention;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wordborne.query.Judgements;
import org.wordborne.query.Post;
import org.wordborne.server.mention.index.IndexedMention;
import org.wordborne.server.topic.Topic;
import org.wordborne.server.topic.TopicMatchers;
import org.wordborne.server.workspace.Scope;

/// Puts mentions into the forms that questions are asked of.
@Component
class IndexedForms {
  private final TopicMatchers matchers;
  private final ObjectProvider<SourceNames> sources;

  IndexedForms(TopicMatchers matchers, ObjectProvider<SourceNames> sources) {
    this.matchers = matchers;
    this.sources = sources;
  }

  /// The names that forms speak of.
  record Names(Map<UUID, Topic> topics, Map<UUID, String> sources) {
    String source(Mention mention) {
      return mention.source() == null ? "" : sources.getOrDefault(mention.source(), "");
    }

    /// Topics of the mention that are still there.
    Set<UUID> topics(Mention mention) {
      return mention.topics().stream().filter(topics::containsKey).collect(Collectors.toSet());
    }
  }

  Names names(Scope scope) {
    SourceNames known = sources.getIfAvailable();
    return new Names(
        matchers.of(scope.workspace()).topics(), known == null ? Map.of() : known.names(scope));
  }

  static Post post(Mention mention) {
    var author = mention.author();
    return new Post(
        mention.nativeId(),
        mention.text(),
        mention.channel(),
        mention.url(),
        mention.title(),
        new Post.Author(author.id(), author.name(), author.url(), author.followers()),
        mention.publishedAt(),
        mention.language(),
        mention.inReplyTo(),
        mention.repostOf(),
        mention.engagement(),
        mention.links(),
        mention.media());
  }

  static Judgements judgements(Mention mention, Names names) {
    var understanding = mention.understanding();
    var topics = new LinkedHashSet<String>();
    for (UUID id : names.topics(mention)) {
      topics.add(id.toString());
      topics.add(topic(names, id).name());
    }
    return Judgements.NONE
        .withLanguage(mention.language())
        .withSentiment(understanding.sentiment())
        .withIntents(understanding.intents().keySet())
        .withEmotion(leading(understanding.emotions()))
        .withSource(names.source(mention))
        .withTopics(topics);
  }

  static IndexedMention form(Mention mention, Names names) {
    return new IndexedMention(
        mention.id(),
        mention.seq(),
        post(mention),
        judgements(mention, names),
        mention.source() == null ? "" : mention.source().toString(),
        names.topics(mention).stream().map(UUID::toString).collect(Collectors.toSet()),
        mention.author().handle().toString(),
        mention.heardAt(),
        Need.of(mention),
        mention.understanding().countsAsSpam(),
        mention.hidden());
  }

  private static Topic topic(Names names, UUID id) {
    return java.util.Objects.requireNonNull(names.topics().get(id));
  }

  private static String leading(Map<String, Double> emotions) {
    return emotions.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }
}

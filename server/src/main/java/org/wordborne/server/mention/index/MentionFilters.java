package org.wordborne.server.mention.index;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a list of mentions is narrowed to, apart from its query. An empty set does not narrow;
/// within a set one hit is enough.
///
/// @param sentiments labels such as `negative`
/// @param intents words such as `question`; `none` finds mentions without any
/// @param languages codes as `lang:` takes them
/// @param sources ids of sources
/// @param topics ids of topics; `none` finds mentions without any
/// @param from earliest time, inclusive
/// @param to latest time, exclusive
/// @param spam what to do with spam
/// @param hidden what to do with hidden mentions
public record MentionFilters(
    Set<String> sentiments,
    Set<String> intents,
    Set<String> languages,
    Set<String> sources,
    Set<String> topics,
    @Nullable Instant from,
    @Nullable Instant to,
    Show spam,
    Show hidden) {

  /// Everything but spam and what is hidden.
  public static final MentionFilters USUAL =
      new MentionFilters(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, Show.EXCLUDE, Show.EXCLUDE);

  /// Everything.
  public static final MentionFilters EVERYTHING =
      new MentionFilters(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, Show.INCLUDE, Show.INCLUDE);

  /// What to do with mentions of a kind.
  public enum Show {
    /// Leave them out.
    EXCLUDE,
    /// Treat them as any other.
    INCLUDE,
    /// Leave all others out.
    ONLY
  }

  /// Returns these filters with another span of time, `from` inclusive, `to` exclusive.
  public MentionFilters between(@Nullable Instant from, @Nullable Instant to) {
    return new MentionFilters(
        sentiments, intents, languages, sources, topics, from, to, spam, hidden);
  }

  /// Returns these filters, narrowed to these topics.
  public MentionFilters withTopics(Set<String> topics) {
    return new MentionFilters(
        sentiments, intents, languages, sources, topics, from, to, spam, hidden);
  }
}

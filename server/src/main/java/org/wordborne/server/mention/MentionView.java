package org.wordborne.server.mention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mention as pages see it.
///
/// @param seq its newest number in the order of what happened
/// @param source the connection that brought it; null for an import
/// @param html harmless markup of the text, or null where it came as plain text
/// @param marks stretches to mark, in code points of `text`
/// @param nearCopies how many other mentions say nearly the same
/// @param hidden kept, but not shown unless asked
/// @param answered whether we answered it
public record MentionView(
    UUID id,
    long seq,
    String channel,
    @Nullable SourceRef source,
    String nativeId,
    String url,
    String title,
    String text,
    @Nullable String html,
    String language,
    AuthorView author,
    @Nullable Instant publishedAt,
    Instant heardAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    @Nullable String inReplyTo,
    @Nullable String repostOf,
    EngagementView engagement,
    UnderstandingView understanding,
    List<MarkView> marks,
    int nearCopies,
    boolean hidden,
    boolean answered) {

  /// The connection that brought a mention.
  public record SourceRef(UUID id, String name) {}

  /// Who spoke.
  ///
  /// @param handleId the name on this channel
  /// @param personId the human behind it, once known
  /// @param own whether it is one of our own accounts
  public record AuthorView(
      UUID handleId,
      @Nullable UUID personId,
      String name,
      String url,
      long followers,
      boolean own) {}

  /// What the channel counted.
  public record EngagementView(long likes, long reposts, long replies, long views) {}

  /// What was judged of it, corrections applied.
  ///
  /// @param why the stretches that led to the judgements, in code points of `text`
  /// @param corrected names of the judgements that a person corrected
  public record UnderstandingView(
      SentimentView sentiment,
      List<String> intents,
      Map<String, Double> emotions,
      double spam,
      double offensive,
      double irony,
      List<TopicRef> topics,
      List<WhyView> why,
      List<String> corrected) {}

  /// The mood.
  public record SentimentView(
      String label, double positive, double negative, double neutral, double confidence) {}

  /// A topic it is about.
  public record TopicRef(UUID id, String name) {}

  /// A stretch that moved a judgement.
  public record WhyView(String judgement, int start, int end, String words, double weight) {}

  /// A stretch to mark.
  public record MarkView(int start, int end) {}
}

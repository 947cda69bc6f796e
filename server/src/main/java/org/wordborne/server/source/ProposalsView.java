package org.wordborne.server.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.MentionView;

/// Places nobody listed that people's links led to.
public record ProposalsView(List<ProposalView> proposals) {

  /// One of them.
  ///
  /// @param host where it is
  /// @param url the page that was read
  /// @param title what the site calls itself
  /// @param candidates how it can be heard
  /// @param evidence why it is proposed
  /// @param people how many people linked it
  /// @param voices the newest words that link it, at most three
  public record ProposalView(
      UUID id,
      String host,
      String url,
      String title,
      List<CandidateView> candidates,
      List<EvidenceView> evidence,
      long people,
      List<MentionView> voices,
      Instant foundAt) {}

  /// A way to hear it.
  ///
  /// @param kind the channel: `wordpress` or `feed`
  public record CandidateView(String kind, String title, String url) {}

  /// One thing that speaks for it.
  ///
  /// @param kind `links-to-you`, `names-you` or `linked-by`
  /// @param text at most 200 characters, plain
  /// @param url the page on which it stands
  /// @param mentionId the word, where one of ours says it
  public record EvidenceView(
      String kind, String text, String url, @Nullable UUID mentionId, Instant at) {}
}

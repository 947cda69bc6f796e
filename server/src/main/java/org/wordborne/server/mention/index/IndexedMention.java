package org.wordborne.server.mention.index;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.wordborne.query.Judgements;
import org.wordborne.query.Post;

/// A mention as the index sees it.
///
/// @param id the mention's id
/// @param seq its newest number in the mention sequence, unique in the workspace
/// @param post what was said
/// @param judgements what was judged of it, corrections included; of its topics and its source
///     the index keeps the ids alone ([AskedNames])
/// @param sourceId id of the source; `""` for none
/// @param topicIds ids of the topics that it concerns
/// @param author what stands for one author when people are counted, such as the handle's id
/// @param heardAt when it was first heard
/// @param need how much it needs an answer; more is more
/// @param spam whether it is shown as spam
/// @param hidden whether a topic or a person hides it
public record IndexedMention(
    UUID id,
    long seq,
    Post post,
    Judgements judgements,
    String sourceId,
    Set<String> topicIds,
    String author,
    Instant heardAt,
    double need,
    boolean spam,
    boolean hidden) {

  /// Keeps a copy of the set.
  public IndexedMention {
    topicIds = Set.copyOf(topicIds);
  }

  /// Returns the time at which it stands in lists and histograms: when it was published, or, where
  /// the origin gives no time or one that had not come when we heard it, when it was heard.
  public Instant at() {
    var published = post.published();
    return published == null || published.isAfter(heardAt) ? heardAt : published;
  }
}

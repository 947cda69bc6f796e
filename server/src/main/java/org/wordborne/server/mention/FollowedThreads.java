package org.wordborne.server.mention;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.mention.Incoming.Spoken;

/// The words that a batch may answer: an answer to a word that we keep, or to one of ours, is kept
/// with it, though it names no topic ("Thank you, that settles it.").
final class FollowedThreads {
  private final Origin origin;
  private final Set<UUID> followed = new HashSet<>();

  private FollowedThreads(Origin origin) {
    this.origin = origin;
  }

  /// Looks up what `posts` answer.
  static FollowedThreads of(JdbcClient tx, Origin origin, List<Spoken> posts) {
    var threads = new FollowedThreads(origin);
    var parents = new HashSet<UUID>();
    for (Spoken spoken : posts) {
      if (!spoken.post().inReplyTo().isEmpty()) {
        parents.add(threads.parent(origin.channelOf(spoken.post().channel()), spoken));
      }
    }
    if (parents.isEmpty()) {
      return threads;
    }
    KnownIdentities.find(tx, parents)
        .byKey()
        .forEach(
            (key, known) -> {
              if (known.mention() != null && !known.deleted()) {
                threads.followed.add(key);
              }
            });
    threads.followed.addAll(OwnWords.among(tx, parents));
    return threads;
  }

  /// Whether `word` answers one that is kept.
  boolean leadTo(HeardWord word) {
    String answers = word.spoken().post().inReplyTo();
    return !answers.isEmpty() && followed.contains(parent(word.channel(), word.spoken()));
  }

  /// `word` is kept, so what answers it later in the batch is too.
  void follow(HeardWord word) {
    followed.add(word.key());
  }

  /// `key` is kept by a batch that is not written yet.
  void follow(Collection<UUID> keys) {
    followed.addAll(keys);
  }

  private UUID parent(String channel, Spoken spoken) {
    return Digests.key(channel, origin.placeOf(spoken), spoken.post().inReplyTo());
  }
}

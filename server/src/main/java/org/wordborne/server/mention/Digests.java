package org.wordborne.server.mention;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.wordborne.query.Post;

/// Short names for long things: 128 bits of SHA-256, kept as a UUID because that is how the
/// database keeps 16 bytes best.
final class Digests {
  private static final byte BETWEEN = 0;

  private final MessageDigest digest;

  private Digests() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// The identity of a post.
  static UUID key(String channel, String origin, String nativeId) {
    return new Digests().add(channel).add(origin).add(nativeId).end();
  }

  /// The identity of a name on a channel: its id there, or the name itself where it has none.
  static UUID handle(String channel, String origin, Post.Author author) {
    String who = author.id().isEmpty() ? author.name() : author.id();
    return new Digests().add("handle").add(channel).add(origin).add(who).end();
  }

  /// The whole content: equal digests mean that nothing changed.
  static UUID content(Incoming.Spoken spoken) {
    Post post = spoken.post();
    var all = new Digests();
    all.add(post.text()).add(post.title()).add(post.url()).add(spoken.html());
    all.add(post.author().id()).add(post.author().name()).add(post.author().url());
    all.add(String.valueOf(post.published())).add(post.language());
    all.add(post.inReplyTo()).add(post.repostOf()).add(spoken.threadRoot());
    var counts = post.engagement();
    all.add(counts.likes()).add(counts.reposts()).add(counts.replies()).add(counts.views());
    all.add(post.author().followers());
    post.links().forEach(all::add);
    post.media().forEach(media -> all.add(media.kind()).add(media.url()).add(media.alt()));
    return all.end();
  }

  private Digests add(String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update(BETWEEN);
    return this;
  }

  private Digests add(long number) {
    return add(Long.toString(number));
  }

  private UUID end() {
    var bytes = ByteBuffer.wrap(digest.digest());
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}

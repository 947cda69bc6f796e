package org.wordborne.channels.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;

/*
 * The identity of entries: what the feed says, else the address, else a hash of what does not
 * change when a typo is mended. Feeds that give every entry the same id are common; there the
 * address or hash tells them apart.
 */
final class EntryIds {
  private EntryIds() {}

  static List<FeedEntry> distinct(List<FeedEntry> entries) {
    var seen = new HashMap<String, FeedEntry>();
    var named = new ArrayList<FeedEntry>();
    for (FeedEntry entry : entries) {
      String id = first(entry.id(), entry.url(), hash(entry));
      FeedEntry before = seen.putIfAbsent(id, entry);
      if (before != null && isOther(before, entry)) {
        id = entry.url().isEmpty() || entry.url().equals(id) ? hash(entry) : entry.url();
        seen.putIfAbsent(id, entry);
      }
      named.add(withId(entry, id));
    }
    return named;
  }

  private static String first(String id, String url, String hash) {
    return !id.isEmpty() ? id : !url.isEmpty() ? url : hash;
  }

  private static boolean isOther(FeedEntry a, FeedEntry b) {
    return !a.url().equals(b.url()) || !a.title().equals(b.title());
  }

  /* Title and time; where both are missing, the text. */
  static String hash(FeedEntry entry) {
    boolean bare = entry.title().isEmpty() && entry.published() == null;
    String kept =
        bare
            ? entry.summary() + "\n" + entry.content()
            : entry.title() + "\n" + entry.published() + "\n" + entry.author().name();
    return "hash:" + sha256(kept).substring(0, 32);
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  private static FeedEntry withId(FeedEntry e, String id) {
    return new FeedEntry(
        id,
        e.url(),
        e.title(),
        e.author(),
        e.published(),
        e.updated(),
        e.summary(),
        e.content(),
        e.base(),
        e.language(),
        e.categories(),
        e.enclosures(),
        e.inReplyTo(),
        e.replies(),
        e.comments(),
        e.commentsFeed());
  }
}

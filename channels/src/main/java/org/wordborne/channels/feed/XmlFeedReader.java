package org.wordborne.channels.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/* Finds the frame of an XML feed: root, channel, entries, and what the channel says of itself. */
final class XmlFeedReader {
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel");
  private static final Set<String> HOLDERS = Set.of("channel", "rss", "feed", "rdf", "items");

  private static final int MOST_ENTRIES = 20_000;

  private XmlFeedReader() {}

  /* The first element that can be a feed, looked for breadth first below whatever surrounds it. */
  static @Nullable Tag findRoot(Tag document) {
    List<Tag> level = document.tags();
    for (int depth = 0; depth < 4 && !level.isEmpty(); depth++) {
      var next = new ArrayList<Tag>();
      for (Tag tag : level) {
        boolean vocabulary = tag.space.isEmpty() || tag.space.equals("rdf");
        if (vocabulary && ROOTS.contains(tag.name) && isFeed(tag)) {
          return tag;
        }
        next.addAll(tag.tags());
      }
      level = next;
    }
    return null;
  }

  private static boolean isFeed(Tag root) {
    return switch (root.name) {
      case "rdf" -> root.first("channel", "item") != null;
      case "channel" -> root.first("item", "title", "link") != null;
      default -> true;
    };
  }

  static Feed read(Tag root, String url) {
    Tag head = root.name.equals("feed") || root.name.equals("channel") ? root : channel(root);
    String link = FeedLinks.page(head);
    String fallback = url.isEmpty() && head.base.isEmpty() ? link : "";
    var entries = new ArrayList<FeedEntry>();
    var warnings = new ArrayList<String>();
    FeedAuthor author = FeedPeople.of(head);
    List<Tag> tags = entryTags(root);
    if (tags.size() > MOST_ENTRIES) {
      warnings.add("Only the first " + MOST_ENTRIES + " of " + tags.size() + " entries were read.");
    }
    for (Tag tag : tags.subList(0, Math.min(MOST_ENTRIES, tags.size()))) {
      try {
        entries.add(new EntryReader(tag, fallback).read(isAtom(root) ? author : FeedAuthor.none()));
      } catch (RuntimeException unreadable) {
        warnings.add("Entry " + (entries.size() + warnings.size() + 1) + " could not be read.");
      }
    }
    return new Feed(
        format(root),
        head.textOf("id"),
        title(head, "title", "dc:title"),
        title(
            head,
            "description",
            "subtitle",
            "tagline",
            "dc:description",
            "itunes:summary",
            "itunes:subtitle",
            "abstract",
            "info"),
        link,
        FeedLinks.self(head),
        language(root, head),
        updated(head),
        author,
        image(head, root),
        FeedLinks.ofRelation(head, "hub"),
        head.textOf("generator"),
        title(head, "copyright", "rights", "dc:rights", "dcterms:rights", "itunes:copyright"),
        minutes(head.textOf("ttl")),
        EntryIds.distinct(entries),
        warnings);
  }

  private static boolean isAtom(Tag root) {
    return root.name.equals("feed");
  }

  private static Tag channel(Tag root) {
    Tag channel = root.first("channel");
    return channel == null ? root : channel;
  }

  private static List<Tag> entryTags(Tag root) {
    var found = new ArrayList<Tag>();
    gather(root, found, 0);
    return found;
  }

  private static void gather(Tag tag, List<Tag> found, int depth) {
    for (Tag child : tag.tags()) {
      if (child.is("item") || child.is("entry")) {
        found.add(child);
      } else if (depth < 6 && (HOLDERS.contains(child.name) || child.space.equals("?"))) {
        gather(child, found, depth + 1);
      }
    }
  }

  private static String format(Tag root) {
    String version = root.attribute("version");
    return switch (root.name) {
      case "feed" -> isAtom03(root, version) ? "atom 0.3" : "atom 1.0";
      case "rdf" -> rdfFormat(root);
      case "rss" -> "rss " + (version.isEmpty() ? "2.0" : version);
      default -> "rss";
    };
  }

  private static boolean isAtom03(Tag root, String version) {
    String uri = root.scope.getOrDefault(root.prefix, "");
    return version.equals("0.3") || uri.contains("purl.org/atom");
  }

  private static String rdfFormat(Tag root) {
    String uri = root.scope.getOrDefault("", "");
    return uri.contains("netscape") ? "rss 0.90" : "rss 1.0";
  }

  private static String title(Tag head, String... keys) {
    for (String key : keys) {
      for (Tag tag : head.all(key)) {
        String plain = TextConstruct.of(tag).plain();
        if (!plain.isEmpty()) {
          return plain;
        }
      }
    }
    return "";
  }

  private static String language(Tag root, Tag head) {
    String said = head.textOf("language", "dc:language");
    if (!said.isEmpty()) {
      return said;
    }
    return head.language.isEmpty() ? root.language : head.language;
  }

  private static @Nullable Instant updated(Tag head) {
    for (String key :
        new String[] {
          "updated",
          "modified",
          "lastbuilddate",
          "dcterms:modified",
          "dc:date",
          "pubdate",
          "published",
          "dcterms:issued"
        }) {
      Instant at = FeedDates.parse(head.textOf(key));
      if (at != null) {
        return at;
      }
    }
    return null;
  }

  private static String image(Tag head, Tag root) {
    Tag image = head.first("image");
    if (image == null || image.first("url") == null) {
      Tag beside = root.first("image");
      image = beside == null ? image : beside;
    }
    Tag url = image == null ? null : image.first("url");
    if (url != null && !url.text().isEmpty()) {
      return FeedMarkup.address(url.text(), url.base);
    }
    Tag logo = head.first("logo", "icon");
    if (logo != null && !logo.text().isEmpty()) {
      return FeedMarkup.address(logo.text(), logo.base);
    }
    Tag podcast = head.first("itunes:image", "media:thumbnail");
    String href = podcast == null ? "" : podcast.attribute("href") + podcast.attribute("url");
    return podcast == null ? "" : FeedMarkup.address(href, podcast.base);
  }

  private static int minutes(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }
}

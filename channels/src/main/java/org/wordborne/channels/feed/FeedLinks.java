package org.wordborne.channels.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/* Links of a feed or entry: Atom's with relations, RSS's with text, and mixtures of both. */
final class FeedLinks {
  private FeedLinks() {}

  /* The page of a feed or entry. */
  static String page(Tag parent) {
    String best = "";
    for (Tag link : parent.all("link")) {
      String relation = relation(link);
      boolean page = relation.equals("alternate") || relation.isEmpty();
      String address = address(link);
      if (!page || address.isEmpty()) {
        continue;
      }
      boolean html = link.attribute("type").isEmpty() || link.attribute("type").contains("html");
      if (html) {
        return address;
      }
      best = best.isEmpty() ? address : best;
    }
    if (best.isEmpty() && !parent.attribute("href").isEmpty()) { // Channel Definition Format
      return FeedMarkup.address(parent.attribute("href"), parent.base);
    }
    return best.isEmpty() ? behindEmptyLink(parent) : best;
  }

  /* What passed through software for HTML has `<link/>http://…`: there a link never has text. */
  private static String behindEmptyLink(Tag parent) {
    boolean behind = false;
    for (Object child : parent.children) {
      if (child instanceof Tag tag) {
        behind = tag.is("link") && tag.children.isEmpty() && tag.attributes.isEmpty();
      } else if (behind && child.toString().strip().matches("https?://\\S+")) {
        return child.toString().strip();
      }
    }
    return "";
  }

  static String self(Tag parent) {
    return ofRelation(parent, "self");
  }

  static String ofRelation(Tag parent, String wanted) {
    for (Tag link : parent.all("link")) {
      if (relation(link).equals(wanted)) {
        return address(link);
      }
    }
    return "";
  }

  static List<Tag> all(Tag parent, String wanted) {
    var found = new ArrayList<Tag>();
    for (Tag link : parent.all("link")) {
      if (relation(link).equals(wanted)) {
        found.add(link);
      }
    }
    return found;
  }

  static String address(Tag link) {
    String href = link.attribute("href");
    String written = href.isEmpty() ? link.text() : href;
    if (written.isEmpty()) {
      written = link.attribute("rdf:resource");
    }
    return FeedMarkup.address(written, link.base);
  }

  /* Lower-case, without the address that Atom lets one write before a registered name. */
  private static String relation(Tag link) {
    String relation = link.attribute("rel").toLowerCase(Locale.ROOT);
    return relation.replaceFirst("^https?://www\\.iana\\.org/assignments/relation/", "");
  }
}

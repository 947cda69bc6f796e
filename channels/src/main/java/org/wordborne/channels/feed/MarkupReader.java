package org.wordborne.channels.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wordborne.wire.WebAddress;

/*
 * Reads markup that calls itself XML into tags, whatever is wrong with it. It never gives up: an
 * end tag without a start is dropped, a start without an end is closed by what encloses it, a
 * sign that begins nothing is text. Every search for an end first looks whether there is one at
 * all, so that the time stays linear; tags deeper than DEEPEST are laid flat.
 */
final class MarkupReader {
  private static final int DEEPEST = 200;
  private static final Set<String> NEVER_CLOSED =
      Set.of("br", "hr", "img", "input", "wbr", "area", "col", "embed");
  /* Markup of words: open right inside an entry, it went astray and holds no fields. */
  private static final Set<String> WORDS =
      Set.of("p", "b", "i", "u", "em", "strong", "font", "center", "span", "a");
  private static final Set<String> ENTRIES = Set.of("item", "entry");
  /* Elements of RSS that hold text alone, and those whose start therefore ends them. */
  private static final Set<String> LEAVES =
      Set.of("title", "link", "guid", "pubdate", "author", "category", "comments", "id");
  private static final Set<String> FIELDS =
      Set.of(
          "title",
          "link",
          "guid",
          "pubdate",
          "author",
          "category",
          "comments",
          "description",
          "summary",
          "content",
          "id",
          "updated",
          "published",
          "enclosure",
          "item",
          "entry");

  private final String text;
  private final EntityText entities = new EntityText();
  private final Deque<Tag> open = new ArrayDeque<>();
  private final int lastClose;
  private final int lastCdataEnd;
  private final int lastCommentEnd;
  private int at;

  private MarkupReader(String text, String base) {
    this.text = text;
    this.lastClose = text.lastIndexOf('>');
    this.lastCdataEnd = text.lastIndexOf("]]>");
    this.lastCommentEnd = text.lastIndexOf("-->");
    open.push(Tag.document(base));
  }

  static Tag read(String text, String base) {
    var reader = new MarkupReader(text, base);
    Tag document = reader.open.getFirst();
    reader.run();
    return document;
  }

  private void run() {
    while (at < text.length()) {
      int mark = text.indexOf('<', at);
      if (mark < 0) {
        put(entities.decode(text.substring(at)));
        return;
      }
      if (mark > at) {
        put(entities.decode(text.substring(at, mark)));
      }
      at = mark;
      markup();
    }
  }

  private void put(String words) {
    if (!words.isEmpty() && (open.size() > 1 || !words.isBlank())) {
      open.getFirst().children.add(words);
    }
  }

  private void markup() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (text.startsWith("<![CDATA[", at)) {
      cdata();
    } else if (text.startsWith("<!--", at)) {
      at = at < lastCommentEnd - 1 ? text.indexOf("-->", at + 2) + 3 : afterClose();
    } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
      doctype();
    } else if (next == '!' || next == '?') {
      at = afterClose();
    } else if (next == '/') {
      endTag();
    } else if (isNameStart(next) && at < lastClose) {
      startTag();
    } else {
      put("<");
      at++;
    }
  }

  private int afterClose() {
    return at < lastClose ? text.indexOf('>', at) + 1 : text.length();
  }

  /* A section that nobody closes ends where its element ends. */
  private void cdata() {
    int from = at + 9;
    if (from <= lastCdataEnd) {
      int end = text.indexOf("]]>", from);
      put(text.substring(from, end));
      at = end + 3;
      return;
    }
    Tag inside = open.getFirst();
    String close = "</" + (inside.prefix.isEmpty() ? "" : inside.prefix + ":") + inside.name;
    int end = indexOfIgnoringCase(close, from);
    put(text.substring(from, end));
    at = end;
  }

  private int indexOfIgnoringCase(String wanted, int from) {
    for (int i = text.indexOf("</", from); i >= 0; i = text.indexOf("</", i + 1)) {
      if (text.regionMatches(true, i, wanted, 0, wanted.length())) {
        return i;
      }
    }
    return text.length();
  }

  private void doctype() {
    int close = afterClose();
    int bracket = text.indexOf('[', at);
    if (bracket < 0 || bracket >= close) {
      at = close;
      return;
    }
    int end = text.indexOf("]", bracket);
    for (int next = end; next >= 0; next = text.indexOf("]", next + 1)) {
      int after = next + 1;
      while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
        after++;
      }
      if (after < text.length() && text.charAt(after) == '>') {
        DoctypeReader.declare(text.substring(bracket + 1, next), entities);
        at = after + 1;
        return;
      }
    }
    at = close;
  }

  private void endTag() {
    int end = at < lastClose ? text.indexOf('>', at) : -1;
    if (end < 0) {
      at = text.length();
      return;
    }
    int nextStart = text.indexOf('<', at + 1);
    boolean cut = nextStart >= 0 && nextStart < end;
    String name = text.substring(at + 2, cut ? nextStart : end).strip().toLowerCase(Locale.ROOT);
    at = cut ? nextStart : end + 1;
    close(name);
  }

  private void close(String written) {
    int depth = 0;
    for (Tag tag : open) {
      String name = tag.prefix.isEmpty() ? tag.name : tag.prefix + ":" + tag.name;
      if (name.equals(written)) {
        pop(depth + 1);
        return;
      }
      /* A stray end tag inside an entry must not close what is around the entry. */
      if (ENTRIES.contains(tag.name) && !isFrame(written)) {
        return;
      }
      depth++;
    }
  }

  private static boolean isFrame(String name) {
    return name.endsWith("channel")
        || name.endsWith("rss")
        || name.endsWith("rdf")
        || name.endsWith("feed");
  }

  private void pop(int count) {
    for (int i = 0; i < count && open.size() > 1; i++) {
      open.pop();
    }
  }

  private void startTag() {
    int from = at + 1;
    int end = from;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    String written = text.substring(from, end).toLowerCase(Locale.ROOT);
    var attributes = new LinkedHashMap<String, String>();
    var reader = new AttributeReader(text, end, entities, lastClose);
    boolean closed = reader.read(attributes);
    at = reader.end();
    int colon = written.indexOf(':');
    String prefix = colon < 0 ? "" : written.substring(0, colon);
    String name = written.substring(colon + 1);
    makeRoomFor(name, prefix);
    Tag tag = tag(prefix, name, attributes);
    open.getFirst().children.add(tag);
    boolean empty = closed || (prefix.isEmpty() && NEVER_CLOSED.contains(name));
    if (!empty && open.size() < DEEPEST) {
      open.push(tag);
    }
  }

  private void makeRoomFor(String name, String prefix) {
    Tag inside = open.getFirst();
    boolean leaf = inside.space.isEmpty() && !inside.isAtom && LEAVES.contains(inside.name);
    boolean person = inside.name.equals("author") && !name.equals("item");
    boolean field = prefix.isEmpty() && FIELDS.contains(name);
    if (field && leaf && !person) {
      open.pop();
    }
    while (field && isAstray()) {
      open.pop();
    }
    if (!ENTRIES.contains(name)) {
      return;
    }
    String space = Namespaces.word(prefix, uri(prefix));
    if (!space.isEmpty() && !space.equals("atom")) {
      return;
    }
    int depth = 0;
    for (Tag tag : open) {
      if (tag.name.equals(name) && tag.space.isEmpty()) {
        pop(depth + 1);
        return;
      }
      depth++;
    }
  }

  private boolean isAstray() {
    var outward = open.iterator();
    boolean word = WORDS.contains(outward.next().name);
    return word && outward.hasNext() && ENTRIES.contains(outward.next().name);
  }

  private String uri(String prefix) {
    return open.getFirst().scope.getOrDefault(prefix, "");
  }

  private Tag tag(String prefix, String name, Map<String, String> attributes) {
    Tag parent = open.getFirst();
    Map<String, String> scope = parent.scope;
    for (var attribute : attributes.entrySet()) {
      String key = attribute.getKey();
      if (key.equals("xmlns") || key.startsWith("xmlns:")) {
        scope = new LinkedHashMap<>(scope);
        scope.put(key.equals("xmlns") ? "" : key.substring(6), attribute.getValue());
      }
    }
    String base = attributes.getOrDefault("xml:base", "").strip();
    String language = attributes.get("xml:lang");
    return new Tag(
        prefix,
        name,
        attributes,
        scope,
        base.isEmpty() ? parent.base : WebAddress.resolve(base, parent.base),
        language == null ? parent.language : language.strip());
  }

  static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == ':';
  }

  static boolean isNamePart(char c) {
    return isNameStart(c) || Character.isDigit(c) || c == '-' || c == '.';
  }
}

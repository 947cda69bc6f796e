package org.wordborne.benchmarks;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Feeds as they really are: every dialect, whole and with each fault that feeds are known for.
///
/// All of it is made here, so that what a reader should find is known.
final class FeedWorkload {
  private static final DateTimeFormatter MAIL =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final List<FeedCase.Item> ITEMS =
      List.of(
          item("Café Größe & more", "https://lantern.example/news/1", "2026-03-01T09:30:00Z"),
          item("Soup at 5 < 6 o’clock", "https://lantern.example/news/2", "2026-03-02T18:05:10Z"),
          item("Open late", "https://lantern.example/news/3?a=1&b=2", "2026-11-05T00:00:00Z"));

  private final List<FeedCase> cases = new ArrayList<>();

  private FeedWorkload() {}

  private static FeedCase.Item item(String title, String link, String published) {
    return new FeedCase.Item(title, link, Instant.parse(published));
  }

  /// Every dialect with every fault.
  static List<FeedCase> all() {
    var made = new FeedWorkload();
    for (var dialect : FeedDialect.values()) {
      made.writing(dialect);
      made.markup(dialect);
      made.charsets(dialect);
      FeedTimes.all(dialect.writesMailTimes())
          .forEach((name, time) -> made.add(dialect, name, "", parts(dialect).times(time)));
    }
    return made.cases;
  }

  /// How the parts of an entry are written.
  record Parts(
      Function<String, String> title,
      UnaryOperator<String> link,
      Function<Instant, String> time,
      String more) {
    Parts titles(Function<String, String> other) {
      return new Parts(other, link, time, more);
    }

    Parts links(UnaryOperator<String> other) {
      return new Parts(title, other, time, more);
    }

    Parts times(Function<Instant, String> other) {
      return new Parts(title, link, other, more);
    }

    Parts with(String fields) {
      return new Parts(title, link, time, fields);
    }
  }

  private static Parts parts(FeedDialect dialect) {
    return new Parts(
        title -> element("", escape(title)),
        FeedWorkload::escape,
        dialect.writesMailTimes() ? MAIL::format : Instant::toString,
        "");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String element(String attributes, String title) {
    return "<title" + attributes + ">" + title + "</title>";
  }

  private void writing(FeedDialect dialect) {
    Parts usual = parts(dialect);
    add(dialect, "as it should be", "", usual);
    add(
        dialect,
        "CDATA",
        "",
        usual.titles(t -> element("", "<![CDATA[" + escapeIf(dialect, t) + "]]>")));
    add(dialect, "escaped twice", "", usual.titles(t -> element(html(dialect), escape(escape(t)))));
    add(dialect, "bold inside, escaped", "", usual.titles(t -> element(html(dialect), bold(t))));
    add(dialect, "entities of HTML", "", usual.titles(t -> element("", named(escape(t)))));
    add(
        dialect,
        "numbers of windows-1252",
        "",
        usual.titles(t -> element("", numbered(escape(t)))));
    add(
        dialect,
        "relative links",
        "",
        usual.links(l -> escape(l.replace("https://lantern.example", ""))));
    String base = " xml:base=\"https://lantern.example/news/\"";
    add(dialect, "xml:base", base, usual.links(l -> escape(l.replaceFirst(".*/news/", ""))));
    add(
        dialect,
        "foreign fields with our names",
        " xmlns:x=\"urn:x\"",
        usual.with("<x:title>no</x:title><x:link>https://no.example/</x:link>"));
    add(dialect, "undeclared prefix", "", usual.with("<media:thumbnail url=\"a.png\"/>"));
    add(dialect, "spaces around", "", usual.titles(t -> element("", "\n   " + escape(t) + "\n ")));
    if (dialect == FeedDialect.ATOM_03) {
      add(
          dialect,
          "base64",
          "",
          usual.titles(t -> element(" mode=\"base64\" type=\"text/plain\"", packed(t))));
    }
    if (dialect.isAtom()) {
      String type =
          dialect == FeedDialect.ATOM_10
              ? " type=\"xhtml\""
              : " mode=\"xml\" type=\"application/xhtml+xml\"";
      add(
          dialect,
          "XHTML",
          "",
          usual.titles(
              t ->
                  element(
                      type,
                      "<div xmlns=\"http://www.w3.org/1999/xhtml\"><b>"
                          + escape(t)
                          + "</b></div>")));
    }
  }

  private static String escapeIf(FeedDialect dialect, String title) {
    return dialect.isAtom() ? title : escape(title);
  }

  private static String html(FeedDialect dialect) {
    return switch (dialect) {
      case ATOM_10 -> " type=\"html\"";
      case ATOM_03 -> " type=\"text/html\" mode=\"escaped\"";
      default -> "";
    };
  }

  private static String bold(String title) {
    return escape("<b>" + escape(title) + "</b>");
  }

  private static String named(String markup) {
    return markup.replace("é", "&eacute;").replace("ö", "&ouml;").replace("’", "&rsquo;");
  }

  private static String numbered(String markup) {
    return markup.replace("’", "&#146;");
  }

  private static String packed(String title) {
    return java.util.Base64.getEncoder().encodeToString(title.getBytes(StandardCharsets.UTF_8));
  }

  private void markup(FeedDialect dialect) {
    String whole = document(dialect, "", parts(dialect));
    broken(dialect, "blank lines before", "\n\n  " + whole);
    broken(dialect, "words before", "Warning: cache is cold in line 4\n" + whole);
    broken(dialect, "words behind", whole + "\n<!-- 0.4 s --><script>x()</script> bye");
    broken(dialect, "cut off", whole.substring(0, whole.lastIndexOf("</title>") + 8 + tail(whole)));
    broken(dialect, "naked ampersand", whole.replace("&amp; more", "& more"));
    broken(
        dialect,
        "end tag missing",
        whole.replaceFirst("</(dc:date|pubDate|issued|published)>", ""));
    broken(
        dialect,
        "crossed tags",
        whole
            .replaceFirst("<title>C", "<p><title>C")
            .replaceFirst("</title>\n?<link", "</p></title><link"));
    broken(dialect, "control characters", whole.replace("Open", "\u0001Op\u000ben"));
    broken(
        dialect,
        "attributes without quotes",
        whole
            .replaceFirst("version=\"([0-9.]+)\"", "version=$1")
            .replace("rel=\"alternate\"", "rel=alternate"));
    broken(dialect, "element named in capitals", whole.replaceAll("(</?)title>", "$1Title>"));
    broken(
        dialect,
        "document type",
        "<!DOCTYPE " + "rss [<!ENTITY cafe \"Café\">]>" + whole.replace("Café", "&cafe;"));
  }

  /// How much behind the last title still stands when the rest is lost: the entry's other fields.
  private static int tail(String whole) {
    int title = whole.lastIndexOf("</title>") + 8;
    return whole.indexOf("</", whole.indexOf("2026", title)) - title;
  }

  private void charsets(FeedDialect dialect) {
    String whole = document(dialect, "", parts(dialect));
    bytes(
        dialect,
        "UTF-8 with a mark",
        ("\uFEFF" + declared("utf-8") + whole).getBytes(StandardCharsets.UTF_8),
        "");
    bytes(
        dialect,
        "UTF-16 with a mark",
        (declared("utf-16") + whole).getBytes(StandardCharsets.UTF_16),
        "");
    bytes(
        dialect,
        "UTF-16LE without a mark",
        (declared("utf-16") + whole).getBytes(StandardCharsets.UTF_16LE),
        "");
    bytes(
        dialect,
        "windows-1252 as declared",
        (declared("windows-1252") + whole).getBytes(windows()),
        "");
    bytes(
        dialect,
        "windows-1252 called ISO-8859-1",
        (declared("iso-8859-1") + whole).getBytes(windows()),
        "");
    bytes(
        dialect, "windows-1252 called UTF-8", (declared("utf-8") + whole).getBytes(windows()), "");
    bytes(dialect, "windows-1252, nothing said", whole.getBytes(windows()), "");
    bytes(
        dialect,
        "UTF-8 called ISO-8859-1",
        (declared("iso-8859-1") + whole).getBytes(StandardCharsets.UTF_8),
        "");
    bytes(
        dialect,
        "header against declaration",
        (declared("iso-8859-1") + whole).getBytes(StandardCharsets.UTF_8),
        "application/xml; charset=utf-8");
    bytes(
        dialect,
        "text/xml, nothing said",
        (declared("utf-8") + whole).getBytes(StandardCharsets.UTF_8),
        "text/xml");
    bytes(
        dialect,
        "charset unknown",
        (declared("x-none") + whole).getBytes(StandardCharsets.UTF_8),
        "");
  }

  private static Charset windows() {
    return Charset.forName("windows-1252");
  }

  private static String declared(String charset) {
    return "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>";
  }

  private static String document(FeedDialect dialect, String attributes, Parts parts) {
    var entries = new ArrayList<String>();
    for (var item : ITEMS) {
      entries.add(
          dialect.entry(
              parts.title.apply(item.title()),
              parts.link.apply(item.link()),
              parts.time.apply(item.published()),
              parts.more));
    }
    return dialect.document(attributes, entries);
  }

  private void add(FeedDialect dialect, String name, String attributes, Parts parts) {
    broken(dialect, name, declared("utf-8") + document(dialect, attributes, parts));
  }

  private void broken(FeedDialect dialect, String name, String document) {
    bytes(dialect, name, document.getBytes(StandardCharsets.UTF_8), "");
  }

  private void bytes(FeedDialect dialect, String name, byte[] body, String contentType) {
    cases.add(new FeedCase(dialect.word() + ": " + name, body, contentType, ITEMS));
  }
}

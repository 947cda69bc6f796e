package org.wordborne.channels.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
  /* CPU time, so that a busy machine does not fail the test. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String URL = "http://cafe.example/blog/feed.xml";

  static Feed parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8), "");
  }

  static Feed parse(byte[] body, String contentType) {
    try {
      return FeedParser.parse(body, contentType, URL);
    } catch (NotAFeedException none) {
      throw new AssertionError(none);
    }
  }

  private static final String ATOM =
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry>%s</entry></feed>";

  static FeedEntry entry(String fields) {
    return parse("<rss version='2.0'><channel><item>" + fields + "</item></channel></rss>")
        .entries()
        .getFirst();
  }

  static FeedEntry atom(String fields) {
    return parse(ATOM.formatted(fields)).entries().getFirst();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<rss version='0.91'><channel><item/></channel></rss>|rss 0.91",
        "<rss><channel><item/></channel></rss>|rss 2.0",
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item/></r:RDF>|rss 1.0",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>|atom 1.0",
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry/></feed>|atom 0.3",
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry/></a:feed>|atom 1.0",
        "<?xml version='1.0'?><!-- x --><wrap><rss><channel><item/></channel></rss></wrap>|rss 2.0"
      })
  void parse_everyVocabulary_isKnown(String text, String format) {
    Feed feed = parse(text);

    assertThat(feed.format()).isEqualTo(format);
    assertThat(feed.entries()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Salt &amp; pepper|Salt & pepper",
        "Salt &amp;amp; pepper|Salt & pepper",
        "Salt & pepper|Salt & pepper",
        "Caf&eacute; & caf&#233; & caf&#xE9;|Café & café & café",
        "It&#146;s|It’s",
        "A &lt;b&gt;bold&lt;/b&gt; word|A bold word",
        "A &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; word|A bold word",
        "<![CDATA[A <i>slanted</i> word]]>|A slanted word",
        "<![CDATA[AT&amp;T]]>|AT&T",
        "A <b>naked</b> tag|A naked tag",
        "2 &lt; 3 and List&lt;String&gt;|2 < 3 and List<String>",
        "Line&lt;br/&gt;break|Line break",
        "What is &lt;marquee&gt; for?|What is <marquee> for?",
        "  two \t lines |two lines",
        "&unknown; stays|&unknown; stays",
        "1 < 2|1 < 2"
      })
  void title_inAnyEscaping_isPlainText(String written, String plain) {
    assertThat(entry("<title>" + written + "</title>").title()).isEqualTo(plain);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<title type='text'>&lt;b&gt; is bold</title>|<b> is bold",
        "<title type='html'>&lt;b&gt;x&lt;/b&gt; &amp;amp; y</title>|x & y",
        "<title type='html'>&amp;lt;title> tag</title>|<title> tag",
        "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a <b>b</b></div></title>|a b",
        "<title type='text/html' mode='escaped'>a &lt;i>b&lt;/i></title>|a b",
        "<title type='text/html' mode='base64'>YSA8Yj5iPC9iPg==</title>|a b",
        "<title type='text/plain' mode='escaped'>a &lt; b</title>|a < b"
      })
  void title_ofAtomTypes_isPlainText(String written, String plain) {
    assertThat(atom(written).title()).isEqualTo(plain);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<content type='html'>&lt;p&gt;x&lt;/p&gt;</content>|<p>x</p>",
        "<content type='text'>a &lt; b</content>|a &lt; b",
        "<content>a &lt;b&gt;b&lt;/b&gt;</content>|a <b>b</b>",
        "<content type='application/xhtml+xml' mode='xml'><p>x</p></content>|<p>x</p>",
        "<content type='text/html' mode='base64'>PHA+eDwvcD4=</content>|<p>x</p>",
        "<content type='application/octet-stream'>PHA+eDwvcD4=</content>|<p>x</p>",
        "<content type='image/png'>iVBORw0KGgo=</content>|",
        "<content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:b>x</h:b></h:div></content>|<b>x</b>"
      })
  void content_ofEveryType_isHtml(String written, String html) {
    assertThat(atom(written).content()).isEqualTo(html == null ? "" : html);
  }

  @Test
  void description_nakedAndBrokenMarkup_isKept() {
    var entry =
        entry("<description><p>One <b>two<br>three & four</p></description><link>/x</link>");

    assertThat(entry.summary()).isEqualTo("<p>One <b>two<br />three &amp; four</b></p>");
    assertThat(entry.url()).isEqualTo("http://cafe.example/x");
  }

  @Test
  void content_prefixOfItsOwn_isFoundByNamespace() {
    var feed =
        parse(
            "<rss xmlns:x='HTTP://PURL.ORG/rss/1.0/modules/content'><channel><item>"
                + "<description>short</description><x:encoded>&lt;p&gt;long&lt;/p&gt;</x:encoded>"
                + "<dc:creator>Undeclared</dc:creator></item></channel></rss>");

    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry.summary()).isEqualTo("short");
    assertThat(entry.content()).isEqualTo("<p>long</p>");
    assertThat(entry.author().name()).isEqualTo("Undeclared");
  }

  @Test
  void title_ofForeignNamespace_isNotTheTitle() {
    var feed =
        parse(
            "<rss xmlns:f='http://films.example/'><channel><item><f:title>Film</f:title>"
                + "<title>Ours</title></item></channel></rss>");

    assertThat(feed.entries().getFirst().title()).isEqualTo("Ours");
  }

  @Test
  void address_nestedXmlBase_isResolvedStepByStep() {
    var feed =
        parse(
            "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/a/'><link href='.'/>"
                + "<entry xml:base='b/'><link href='c'/><content type='xhtml'>"
                + "<div xmlns='http://www.w3.org/1999/xhtml' xml:base='d/'><a href='e'>x</a></div>"
                + "</content></entry></feed>");

    FeedEntry entry = feed.entries().getFirst();
    assertThat(feed.link()).isEqualTo("http://cafe.example/a/");
    assertThat(entry.url()).isEqualTo("http://cafe.example/a/b/c");
    assertThat(entry.content()).contains("http://cafe.example/a/b/d/e");
  }

  @Test
  void entry_missingEverything_hasAHashThatStays() {
    var first = entry("<description>no title</description>");
    var second = entry("<description>no title</description>");

    assertThat(first.id()).startsWith("hash:").isEqualTo(second.id());
    assertThat(entry("<description>another</description>").id()).isNotEqualTo(first.id());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<guid>http://a.example/1</guid>|http://a.example/1|http://a.example/1",
        "<guid isPermaLink='false'>http://a.example/1</guid>|http://a.example/1|",
        "<guid>7</guid><link>http://a.example/7</link>|7|http://a.example/7",
        "<link>http://a.example/7</link>|http://a.example/7|http://a.example/7",
        "<link href='http://a.example/7'/>|http://a.example/7|http://a.example/7"
      })
  void entry_idAndAddress_fallBack(String fields, String id, String url) {
    var entry = entry(fields);

    assertThat(entry.id()).isEqualTo(id);
    assertThat(entry.url()).isEqualTo(url == null ? "" : url);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<summary type='html' xml:base='http://s.example/a/'>&lt;a href='x'&gt;x&lt;/a&gt;</summary>"
            + "|http://s.example/a/x",
        "<content type='html' xml:base='sub/'>&lt;a href='x'&gt;x&lt;/a&gt;</content>"
            + "|http://cafe.example/blog/sub/x",
        "<summary type='html' xml:base='http://s.example/'>&lt;a href='x'&gt;x&lt;/a&gt;</summary>"
            + "<content type='html' xml:base='http://c.example/'>no link</content>"
            + "|http://s.example/x"
      })
  void text_withABaseOfItsOwn_isResolvedAgainstIt(String fields, String link) {
    String json = FeedJson.write(parse(ATOM.formatted(fields)));

    assertThat(json).contains("href=\\\"" + link + "\\\"");
  }

  @Test
  void entry_ofRdfWithoutId_isWhatItIsAbout() {
    var feed =
        parse(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns='http://purl.org/rss/1.0/'><item rdf:about='urn:x:1'>"
                + "<link>http://a.example/</link></item></rdf:RDF>");

    assertThat(feed.entries().getFirst().id()).isEqualTo("urn:x:1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<guid isPermaLink='true'>/1</guid>|http://cafe.example/1",
        "<guid>/1</guid>|''",
        "<link/>http://a.example/1<title>t</title>|http://a.example/1"
      })
  void url_whereItHides_isFound(String fields, String url) {
    assertThat(entry(fields).url()).isEqualTo(url);
  }

  @Test
  void entries_allWithOneId_areToldApart() {
    var feed =
        parse(
            "<rss><channel><item><guid>1</guid><link>http://a.example/x</link></item>"
                + "<item><guid>1</guid><link>http://a.example/y</link></item></channel></rss>");

    assertThat(feed.entries()).extracting(FeedEntry::id).containsExactly("1", "http://a.example/y");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "<author>jo@a.example (Jo Doe)</author>|Jo Doe|jo@a.example|",
        "<author>Jo Doe &lt;jo@a.example&gt;</author>|Jo Doe|jo@a.example|",
        "<author>Jo Doe (jo@a.example)</author>|Jo Doe|jo@a.example|",
        "<author>jo@a.example</author>||jo@a.example|",
        "<dc:creator>Jo</dc:creator>|Jo||",
        "<itunes:author>Jo</itunes:author>|Jo||",
        "<author><name>Jo</name><uri>/jo</uri><email>jo@a.example</email></author>|Jo|jo@a.example|http://cafe.example/jo",
        "<author><name>jo@a.example (Jo)</name></author>|Jo|jo@a.example|"
      })
  void author_inEveryForm_isRead(String fields, String name, String email, String url) {
    var author = entry(fields).author();

    assertThat(author)
        .isEqualTo(
            new FeedAuthor(
                name == null ? "" : name, email == null ? "" : email, url == null ? "" : url));
  }

  @Test
  void entry_ofAtomWithoutAuthor_hasTheFeeds() {
    var feed =
        parse(
            "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Jo</name></author>"
                + "<entry><id>1</id></entry></feed>");

    assertThat(feed.entries().getFirst().author().name()).isEqualTo("Jo");
  }

  @Test
  void entry_categoriesEnclosuresAndThread_areRead() {
    var entry =
        atom(
            "<category term='a' label='A'/><category>b</category><dc:subject>c</dc:subject>"
                + "<link rel='enclosure' href='x.mp3' type='audio/mpeg' length='9'/>"
                + "<media:group><media:content url='y.mp4' type='video/mp4' fileSize='7'/></media:group>"
                + "<thr:in-reply-to ref='tag:1'/><slash:comments>4</slash:comments>"
                + "<wfw:commentRss>/c/feed</wfw:commentRss>");

    assertThat(entry.categories()).containsExactly("a", "b", "c");
    assertThat(entry.enclosures())
        .containsExactlyInAnyOrder(
            new FeedEntry.Enclosure("http://cafe.example/blog/x.mp3", "audio/mpeg", 9),
            new FeedEntry.Enclosure("http://cafe.example/blog/y.mp4", "video/mp4", 7));
    assertThat(entry.inReplyTo()).isEqualTo("tag:1");
    assertThat(entry.replies()).isEqualTo(4);
    assertThat(entry.commentsFeed()).isEqualTo("http://cafe.example/c/feed");
  }

  @Test
  void feed_fieldsOfItsImage_areNotItsOwn() {
    var feed =
        parse(
            "<rss><channel><image><title>Logo</title><link>http://l.example/</link>"
                + "<url>/l.png</url></image><title>Blog</title><link>http://b.example/</link>"
                + "<ttl>60</ttl><language>de</language></channel></rss>");

    assertThat(feed.title()).isEqualTo("Blog");
    assertThat(feed.link()).isEqualTo("http://b.example/");
    assertThat(feed.image()).isEqualTo("http://cafe.example/l.png");
    assertThat(feed.ttlMinutes()).isEqualTo(60);
    assertThat(feed.language()).isEqualTo("de");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<rss><channel><item><title>A</item><item><title>B</title></item></channel></rss>",
        "<rss><channel><item><title>A</title><item><title>B</title></item></channel></rss>",
        "<rss><channel><item><title>A</title></item><item><title>B",
        "<rss><channel><item><title>A</title></b></p></item><item><title>B</title></item>",
        "<rss><channel><item><title>A</title><description><![CDATA[never closed</description></item>"
            + "<item><title>B</title></item></channel></rss>",
        "<rss><channel><item><title>A<link>x</link></item><item><title>B</title></item></channel>",
        "<rss><channel><item><title>A</title><pubDate>gibberish</pubDate><enclosure length='x'/>"
            + "</item><item><title>B</title></item></channel></rss>",
        "\n\n<rss><channel><item a=b c='d><title>A</title></item><item><title>A</title></item>"
            + "<item><title>B</title></item></channel></rss>",
        "<rss><channel><item><title>A</title><description>a <- b & c < d</description></item>"
            + "<item><title>B</title></item></channel></rss>"
      })
  void parse_brokenMarkup_costsNoOtherEntry(String text) {
    assertThat(parse(text).entries()).extracting(FeedEntry::title).startsWith("A").endsWith("B");
  }

  @ParameterizedTest(name = "{0} as {1}, said {2} and {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "Grüße, UTF-8, -, -",
        "Grüße, UTF-8, iso-8859-1, -",
        "Grüße, UTF-8, us-ascii, iso-8859-1",
        "Grüße, windows-1252, -, -",
        "Grüße, windows-1252, utf-8, utf-8",
        "„Grüße“, windows-1252, iso-8859-1, iso-8859-1",
        "Привет мир, windows-1251, windows-1251, -",
        "Привет мир, KOI8-R, iso-8859-1, koi8-r",
        "Привет мир, KOI8-R, koi8-r, utf-8",
        "日本語の題, Shift_JIS, -, Shift_JIS",
        "日本語の題, EUC-JP, euc-jp, -",
        "日本語の題, ISO-2022-JP, -, iso-2022-jp",
        "Grüße, x-MacRoman, -, x-mac-roman",
        "Grüße, IBM437, -, 437",
        "中文标题, GB18030, -, gb2312",
        "한국어 제목, x-windows-949, -, euc-kr",
        "Grüße, UTF-16LE, -, utf-16",
        "Grüße, UTF-16BE, -, -",
        "Grüße, UTF-32BE, -, -",
        "Grüße, IBM037, -, IBM037",
        "Grüße, UTF-8, nonsense, no-such-set"
      })
  void parse_anyCharset_isRead(String title, String real, String header, String declared) {
    String declaration =
        declared == null ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
    String text = declaration + "<rss><channel><title>" + title + "</title></channel></rss>";
    String contentType = header == null ? "" : "text/xml; charset=" + header;

    Feed feed = parse(text.getBytes(Charset.forName(real)), contentType);

    assertThat(feed.title()).isEqualTo(title);
  }

  @Test
  void parse_cyrillicThatNobodyLabelled_isGuessed() {
    String title = "Кофейня на углу снова открыта каждый день до девяти";
    String text = "<rss><channel><title>" + title + "</title></channel></rss>";

    assertThat(parse(text.getBytes(Charset.forName("windows-1251")), "").title()).isEqualTo(title);
    assertThat(parse(text.getBytes(Charset.forName("KOI8-R")), "").title()).isEqualTo(title);
  }

  @Test
  void parse_utf8WithPastedWindowsBytes_keepsBoth() {
    byte[] a = "<rss><channel><title>Grüße ".getBytes(StandardCharsets.UTF_8);
    byte[] b = {(byte) 0x93, 'x', (byte) 0x94};
    byte[] c = " für</title></channel></rss>".getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[a.length + b.length + c.length];
    System.arraycopy(a, 0, all, 0, a.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    System.arraycopy(c, 0, all, a.length + b.length, c.length);

    assertThat(parse(all, "text/xml; charset=utf-8").title()).isEqualTo("Grüße “x” für");
  }

  @Test
  void parse_entityBomb_staysADud() {
    var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 'lol'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a").append(i).append(" '");
      bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
    }
    bomb.append("<!ENTITY big '").append("x".repeat(900)).append("'>]>");
    bomb.append("<rss><channel><title>&a29;</title><item><title>");
    bomb.append("&big;".repeat(200_000)).append("</title></item></channel></rss>");
    long start = THREADS.getCurrentThreadCpuTime();

    Feed feed = parse(bomb.toString());

    assertThat(feed.entries().getFirst().title().length()).isLessThan(1_200_000);
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void parse_externalEntity_isNeverFetched() {
    Feed feed =
        parse(
            "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY % y SYSTEM 'http://e/'>"
                + "%y; <!ENTITY ok 'fine'>]><rss><channel><title>&x; &ok;</title></channel></rss>");

    assertThat(feed.title()).isEqualTo("&x; fine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>",
        "<a b=\"",
        "<![CDATA[",
        "<!--",
        "</x>",
        "<x:y",
        "&#",
        "<item>",
        "<a '",
        "<!DOCTYPE [",
        "<?",
        "]]>",
        "<title><b>",
        "<description>&lt;b&gt;"
      })
  void parse_hostileRepetition_takesLinearTime(String piece) {
    String begin = "<rss><channel><item><title>A</title></item>";
    String text = begin + piece.repeat(1_000_000 / piece.length());
    long start = THREADS.getCurrentThreadCpuTime();

    Feed feed = parse(text);

    assertThat(feed.entries()).isNotEmpty();
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(3));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''|The document is empty.",
        "<!doctype html><html><body>Hi|The document is a web page, not a feed.",
        "{\"a\":1}|The document is JSON, but no JSON Feed: it has no \"items\".",
        "{\"items\":|The document is JSON, but cannot be read. It breaks at line 1.",
        "just words|The document is plain text, not a feed.",
        "<svg><g/></svg>|The document is XML, but no feed: it begins with <svg>."
      })
  void parse_noFeed_saysWhatItSeemsToBe(String text, String reason) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);

    var none = catchThrowableOfType(NotAFeedException.class, () -> FeedParser.parse(body, "", URL));

    assertThat(none.reason()).isEqualTo(reason);
  }

  @Test
  void parse_jsonFeed_isRead() {
    Feed feed =
        parse(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"/",
             "authors":[{"name":"Jo","url":"/jo"}],
             "items":[{"id":5,"content_text":"a < b","url":"x","tags":["t"],
                       "date_published":"2026-11-22T01:02:03+01:00"}, 7, {"id":"6"}, ]}
            """);

    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry.id()).isEqualTo("5");
    assertThat(entry.content()).isEqualTo("a &lt; b");
    assertThat(entry.author()).isEqualTo(new FeedAuthor("Jo", "", "http://cafe.example/jo"));
    assertThat(entry.published()).isEqualTo(Instant.parse("2026-11-22T00:02:03Z"));
    assertThat(feed.entries()).hasSize(2);
    assertThat(feed.warnings()).containsExactly("Entry 2 could not be read: it is no object.");
  }

  @Test
  void write_hostileContent_isHarmless() {
    Feed feed =
        parse(
            "<rss><channel><item><title>&lt;script&gt;x()&lt;/script&gt;T</title>"
                + "<description>&lt;a href=\"rel\" onclick=x()&gt;a&lt;/a&gt;&lt;script&gt;"
                + "&lt;/script&gt;</description></item></channel></rss>");

    String json = FeedJson.write(feed);

    assertThat(json).doesNotContain("<script").doesNotContain("onclick");
    assertThat(json).contains("http://cafe.example/blog/rel").contains("\"published\":null");
  }
}

package org.wordborne.channels.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.channels.Batch;
import org.wordborne.channels.ChannelEvent;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.ChannelPost;
import org.wordborne.channels.Discovery;
import org.wordborne.channels.ScriptedServer;
import org.wordborne.channels.SourceSettings;

class FeedChannelTest {
  private static final String FEED =
      "<rss><channel><title>Blog</title><link>http://b.example/</link><ttl>15</ttl>"
          + "<item><guid>2</guid><title>New</title><description>&lt;a href='x'>n&lt;/a></description></item>"
          + "<item><guid>1</guid><title>Old</title><dc:creator>Jo</dc:creator></item></channel></rss>";

  private final FeedChannel channel = new FeedChannel();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Batch listen(String cursor) throws ChannelException {
    var settings = new SourceSettings(Map.of("url", server.url("/feed")), Map.of());
    return channel.listen(settings, cursor, server.context());
  }

  private ChannelException fault() {
    return catchThrowableOfType(ChannelException.class, () -> listen(""));
  }

  private static ChannelPost post(Batch batch, int index) {
    return ((ChannelEvent.Spoken) batch.events().get(index)).post();
  }

  @Test
  void listen_freshFeed_givesEntriesOldestFirst() throws Exception {
    server.on("/feed", FEED);

    Batch batch = listen("");

    assertThat(batch.events()).hasSize(2);
    assertThat(post(batch, 0).nativeId()).isEqualTo("1");
    assertThat(post(batch, 0).author().name()).isEqualTo("Jo");
    assertThat(post(batch, 0).text()).isEqualTo("Old");
    assertThat(post(batch, 1).author().name()).isEqualTo("Blog");
    assertThat(post(batch, 1).html()).contains(server.url("/x"));
    assertThat(batch.nextIn()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void listen_secondTime_asksConditionally() throws Exception {
    var validators = Map.of("ETag", "\"e1\"", "Last-Modified", "Sat, 21 Nov 2026 10:00:00 GMT");
    server.on("/feed", 200, validators, FEED);
    Batch first = listen("");
    server.on("/feed", 304, Map.of(), "");

    Batch second = listen(first.cursor());

    assertThat(second.events()).isEmpty();
    assertThat(server.asked.getLast().header("If-none-match")).isEqualTo("\"e1\"");
    assertThat(server.asked.getLast().header("If-modified-since")).startsWith("Sat, 21 Nov");
    assertThat(listen(second.cursor()).cursor()).isEqualTo(second.cursor());
  }

  @Test
  void listen_sameBytesWithoutValidators_giveNothing() throws Exception {
    server.on("/feed", FEED);

    Batch second = listen(listen("").cursor());

    assertThat(second.events()).isEmpty();
  }

  @Test
  void listen_editedEntry_isGivenAgain() throws Exception {
    server.on("/feed", FEED);
    Batch first = listen("");
    server.on("/feed", FEED.replace("Old", "Mended"));

    Batch second = listen(first.cursor());

    assertThat(post(second, 0).title()).isEqualTo("Mended");
    assertThat(post(second, 0).nativeId()).isEqualTo(post(first, 0).nativeId());
  }

  @ParameterizedTest
  @CsvSource({"301, true", "308, true", "302, false", "307, false"})
  void listen_moved_isRememberedIfForGood(int status, boolean forGood) throws Exception {
    server.on("/feed", status, Map.of("Location", "/new"), "").on("/new", FEED);

    Batch batch = listen("");
    listen(batch.cursor());

    boolean askedOld = server.asked.get(2).target().equals("/feed");
    assertThat(askedOld).isEqualTo(!forGood);
    assertThat(batch.notes().isEmpty()).isEqualTo(!forGood);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "410|DEAF_UNTIL_PERSON_ACTS|gone for good",
        "401|DEAF_UNTIL_PERSON_ACTS|user name and password",
        "403|PASSING|refuses us",
        "404|PASSING|nothing at this address",
        "429|PASSING|less often",
        "500|PASSING|a fault of its own (500)",
        "204|PASSING|empty"
      })
  void listen_badStatus_saysWhoseTurnItIs(int status, ChannelException.Kind kind, String words) {
    server.on("/feed", status, Map.of(), "");

    var fault = fault();

    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault).hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"120|PT2M", "Sun, 22 Nov 2026 13:00:00 GMT|PT1H", "999999999|PT24H", "soon|"})
  void listen_retryAfter_isObeyed(String header, Duration wait) {
    server.on("/feed", 503, Map.of("Retry-After", header), "");

    assertThat(fault().retryAfter()).isEqualTo(wait);
  }

  @Test
  void listen_webPage_saysSo() {
    server.on("/feed", "<!doctype html><html></html>");

    assertThat(fault()).hasMessageContaining("a web page, not a feed");
  }

  @Test
  void listen_noWebAddress_needsAPerson() {
    var settings = new SourceSettings(Map.of("url", "feed.xml"), Map.of());

    var fault =
        catchThrowableOfType(
            ChannelException.class, () -> channel.listen(settings, "", server.context()));

    assertThat(fault.kind()).isEqualTo(ChannelException.Kind.DEAF_UNTIL_PERSON_ACTS);
  }

  @Test
  void of_pageWithAlternates_findsEachFeedOnce() {
    server.on(
        "/",
        "<html><head><base href='/b/'><link rel='ALTERNATE feed' type='application/rss+xml' href='f'>"
            + "<link rel=alternate type=application/feed+json href=j><link rel=alternate hreflang=de"
            + " href=/de><link rel=alternate type=application/rss+xml href=f></head></html>");
    server
        .on("/b/f", FEED)
        .on("/b/j", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}");

    var result = Discovery.of(server.pair(), server.context().http());

    assertThat(result.found())
        .extracting(Discovery.Candidate::url)
        .containsExactly(server.url("/b/f"), server.url("/b/j"));
    assertThat(result.found().getFirst().sample()).hasSize(2);
    assertThat(result.found().getFirst().title()).isEqualTo("Blog");
  }

  @Test
  void of_pageThatNamesNothing_triesTheUsualAddresses() {
    server.on("/", "<html></html>").on("/feed.xml", FEED);

    var result = Discovery.of(server.url("/"), server.context().http());

    assertThat(result.found()).extracting(Discovery.Candidate::entries).containsExactly(2);
    assertThat(result.notes()).isEmpty();
  }

  @Test
  void of_nothingThere_saysSo() {
    server.on("/", "<html></html>");

    var result = Discovery.of(server.url("/"), server.context().http());

    assertThat(result.found()).isEqualTo(List.of());
    assertThat(result.notes()).anyMatch(note -> note.contains("No feed was found"));
  }
}

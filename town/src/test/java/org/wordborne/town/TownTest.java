package org.wordborne.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The town as an outsider meets it: over HTTP.
class TownTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer listener;

  @BeforeEach
  void listen() throws IOException {
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/",
        exchange -> {
          var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
          boolean refused = refusals.getAndDecrement() > 0;
          if (!refused && body.path("type").asString().equals("post.created")) {
            var data = body.path("data");
            (data.isArray() ? data : List.of(data)).forEach(heard::add);
          }
          exchange.sendResponseHeaders(refused ? 503 : 204, -1);
          exchange.close();
        });
    listener.start();
  }

  @AfterEach
  void hushed() {
    listener.stop(0);
  }

  private Town lively() {
    return Town.open(TownOptions.in(folder).withSpeed(20).withHistoryDays(1));
  }

  private URI hook() {
    return URI.create("http://127.0.0.1:" + listener.getAddress().getPort() + "/");
  }

  private JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
    var end = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(end)) {
      for (JsonNode post : heard) {
        if (wanted.test(post)) {
          return post;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("not heard in 20 s");
  }

  private String get(String url) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }

  private JsonNode answer(TownPlace place, String to, String key) throws Exception {
    String body =
        "{\"type\":\"reply.created\",\"data\":{\"id\":\""
            + key
            + "\",\"inReplyTo\":\""
            + to
            + "\",\"text\":\"No, we are not closing, and the 23rd is yours.\","
            + "\"author\":{\"name\":\"Ines\"}}}";
    long now = Instant.now().getEpochSecond();
    var request =
        HttpRequest.newBuilder(URI.create(place.answerUrl()))
            .header("webhook-id", key)
            .header("webhook-timestamp", Long.toString(now))
            .header("webhook-signature", Signature.sign(SECRET, key, now, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).isBetween(200, 201);
    return JSON.readTree(response.body());
  }

  @Test
  void answers_sameKeyTwice_standOnceAndAreFelt() throws Exception {
    refusals.set(2);
    try (var town = lively()) {
      var forum = town.start().getFirst();
      town.connect(forum.name(), hook(), SECRET);
      var post =
          await(
              p ->
                  !p.has("inReplyTo")
                      && !p.path("author").path("id").asString().startsWith("guest"));

      var first = answer(forum, post.path("id").asString(), "key-1");
      var again = answer(forum, post.path("id").asString(), "key-1");
      var reaction = await(p -> p.path("inReplyTo").asString().equals(first.path("id").asString()));

      assertThat(again).isEqualTo(first);
      assertThat(reaction.path("author").path("id").asString())
          .isEqualTo(post.path("author").path("id").asString());
      assertThat(get(forum.answerUrl() + "?key=key-1")).isEqualTo(first.toString());
      assertThat(get(post.path("url").asString())).contains("the 23rd is yours");
    }
  }

  @Test
  void open_again_keepsIdsAndTellsNothingTwice() throws Exception {
    List<String> before;
    try (var town = lively()) {
      before = town.historyLines().toList();
      town.start();
      town.connect("Alderwick Forum", hook(), SECRET);
      await(p -> true);
    }
    try (var town = lively()) {
      assertThat(town.historyLines().toList()).isEqualTo(before);
      int known = heard.size();
      town.start();
      town.connect("Alderwick Forum", hook(), SECRET);
      await(p -> heard.size() > known + 3);
    }

    assertThat(heard).extracting(p -> p.path("id").asString()).doesNotHaveDuplicates();
  }

  @Test
  void courier_pages_listEveryCommentOfThePastOnce() throws Exception {
    try (var town = Town.open(TownOptions.in(folder).withHistoryDays(7))) {
      var courier = town.places().get(2);
      var comments =
          JSON.readTree(
              get(courier.url() + "wp-json/wp/v2/comments?per_page=100&orderby=id&order=asc"));

      var past =
          town.historyLines()
              .map(JSON::readTree)
              .filter(p -> p.path("id").asString().startsWith("comment:"))
              .toList();

      assertThat(comments.size()).isEqualTo(Math.min(100, past.size()));
      assertThat("comment:" + comments.get(0).path("id").asLong())
          .isIn(past.stream().map(p -> p.path("id").asString()).toList());
    }
  }

  @Test
  void book_rumour_isToldByThoseWhoHeardIt() throws Exception {
    // The rumour is of the last twelve hours: in the morning few have spoken of it yet.
    var evening = InstantSource.fixed(Instant.parse("2026-11-22T18:00:00Z"));
    var options = TownOptions.in(folder).withClock(evening).withZone(ZoneOffset.UTC);
    try (var town = Town.open(options.withHistoryDays(3))) {
      var book = get(town.controlUrl() + "book").lines().map(JSON::readTree).toList();

      var rumour = book.stream().filter(w -> w.path("theme").asString().equals("rumour")).toList();

      assertThat(rumour).hasSizeGreaterThan(30);
      assertThat(rumour.stream().filter(w -> w.has("toldBy")).count())
          .isGreaterThan(rumour.size() / 2);
    }
  }

  @Test
  void generate_fiftyThousandLines_isQuick() {
    var begun = Instant.now();

    long count = Town.generate(1, 50_000).filter(line -> line.endsWith("}}")).count();

    assertThat(count).isEqualTo(50_000);
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void manner_depends_onWhatTheCafeSays() {
    var by = new java.util.SplittableRandom(1);
    var complaint = new Truth("negative", java.util.Set.of("complaint"), false, false);
    var word =
        new Word(
            1,
            Institution.FORUM,
            new Word.Speaker(3, "x", "x", 1),
            "",
            "Sour again.",
            Instant.EPOCH,
            null,
            Word.Meaning.of(Theme.QUEUE, 0, complaint, "en"));

    assertThat(Reactions.manner("ok", word, List.of(), by)).isEqualTo("curt.reply");
    assertThat(Reactions.manner("So sorry, come by and have one on us.", word, List.of(), by))
        .isEqualTo("sorry.accepted");
  }
}

package org.wordborne.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A crisis room from its opening to its replay, over HTTP; the client is a stranger with a link.
class CrisisTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
  private String tale = "";
  private String room = "";

  @BeforeEach
  void open() {
    tale = tale();
    room = opened();
  }

  @AfterEach
  void close() {
    act("close", Map.of("learnt", ""));
  }

  @Test
  void open_ofTheSameTale_joinsTheFirst() {
    assertThat(opened()).isEqualTo(room);

    act("close", Map.of("learnt", ""));

    assertThat(opened()).isNotEqualTo(room);
  }

  @Test
  void open_besideFiftySendings_noneBeginsAfterwards() throws InterruptedException {
    act("close", Map.of("learnt", ""));
    var scope = ServerFixture.defaultScope();
    var rooms = ServerFixture.bean(CrisisRooms.class);
    var late = new AtomicInteger();
    var isOpen = new AtomicInteger();
    var ready = new CountDownLatch(50);
    var senders = new ArrayList<Thread>();
    for (int i = 0; i < 50; i++) {
      senders.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    ready.countDown();
                    while (isOpen.get() == 0) {
                      ServerFixture.transactions()
                          .run(
                              scope,
                              tx -> {
                                if (!rooms.paused(scope, tx) && isOpen.get() == 1) {
                                  late.incrementAndGet();
                                }
                              });
                    }
                  }));
    }
    ready.await();

    room = opened();
    isOpen.set(1);
    for (Thread sender : senders) {
      sender.join();
    }

    boolean paused = ServerFixture.transactions().<Boolean>in(scope, tx -> rooms.paused(scope, tx));
    assertThat(late.get()).isZero();
    assertThat(paused).isTrue();
  }

  @Test
  void statement_clientAsksForAChangeThenApproves_whoDecidedFirstStays() {
    act("statements", Map.of("text", "There were never any rats. <b>Come</b> and see."));
    String first = sent();
    String asked = page(first);
    int wordless = answer(first, "name=Tomasz&change=yes&note=");
    answer(first, "name=Tomasz&change=yes&note=" + coded("Say who inspected it."));
    act("statements", Map.of("text", "The council inspected us on Friday and found nothing."));
    String second = sent();

    answer(second, "name=Tomasz");
    answer(second, "name=Somebody&change=yes&note=No");
    JsonNode view = view();

    assertThat(asked).contains("&lt;b&gt;Come").doesNotContain("<b>Come");
    assertThat(wordless).isEqualTo(400);
    assertThat(status(first)).isEqualTo(410);
    assertThat(page(second)).contains("Approved by Tomasz");
    assertThat(texts(view.path("statements"), "state")).containsExactly("approved", "changes");
    assertThat(view.path("statements").path(1).path("note").asString()).contains("inspected it");
    assertThat(view.path("statements").path(0).path("decidedBy").asString()).isEqualTo("Tomasz");
    assertThat(view.path("intact").asBoolean()).isTrue();
  }

  @Test
  void sent_clientDecidedMeanwhile_leavesTheDecision() {
    act("statements", Map.of("text", "No rats."));
    answer(sent(), "name=Tomasz");
    var scope = ServerFixture.defaultScope();
    UUID id = UUID.fromString(view().path("statements").path(0).path("id").asString());

    boolean written =
        ServerFixture.transactions()
            .<Boolean>in(
                scope, tx -> StatementBook.sent(tx, id, null, id, Instant.now(), Instant.now()));

    assertThat(written).isFalse();
    assertThat(texts(view().path("statements"), "state")).containsExactly("approved");
  }

  @Test
  void close_replaysInOrder_andTakesNothingMore() {
    act("decisions", Map.of("text", "Ruth speaks to the Courier."));
    act("statements", Map.of("text", "No rats."));
    answer(sent(), "name=Tomasz");
    act("close", Map.of("learnt", "Answer those who ask first."));

    JsonNode view = view();

    assertThat(texts(view.path("line"), "kind"))
        .containsSubsequence("first", "opened", "decision", "statement", "sent", "approved")
        .endsWith("closed");
    assertThat(texts(view.path("line"), "text")).contains("Ruth speaks to the Courier.");
    assertThat(texts(view.path("stages"), "name"))
        .containsExactly("alarm", "acknowledged", "statement", "quiet");
    assertThat(view.path("learnt").asString()).isEqualTo("Answer those who ask first.");
    assertThat(act("decisions", Map.of("text", "Too late.")).status()).isEqualTo(409);
    assertThat(act("close", Map.of()).status()).isEqualTo(409);
  }

  @Test
  void send_nothingWrittenOrNoMail_saysWhatIsMissing() {
    var nothing = act("send", Map.of());
    act("statements", Map.of("text", "No rats."));
    var injected = act("send", Map.of("to", "a@b.test\r\nBcc: all@b.test"));
    var noMail = act("send", Map.of("to", "tomasz@client.test"));

    assertThat(nothing.status()).isEqualTo(409);
    assertThat(injected.status()).isEqualTo(400);
    assertThat(noMail.status()).isEqualTo(409);
    assertThat(noMail.body()).contains("how mail leaves");
  }

  private String opened() {
    return ServerFixture.post("/api/v1/crisis", Map.of("tale", tale)).json().path("id").asString();
  }

  private ServerFixture.Answer act(String deed, Map<String, ?> body) {
    return ServerFixture.post("/api/v1/crisis/" + room + "/" + deed, body);
  }

  private JsonNode view() {
    return ServerFixture.get("/api/v1/crisis/" + room).json();
  }

  private String sent() {
    return URI.create(act("send", Map.of()).json().path("url").asString()).getPath();
  }

  private static String page(String path) {
    return ServerFixture.send(ServerFixture.request(path).GET().build()).body();
  }

  private static int status(String path) {
    return ServerFixture.send(ServerFixture.request(path).GET().build()).status();
  }

  private static int answer(String path, String form) {
    var request =
        ServerFixture.request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return ServerFixture.send(request).status();
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> one.path(field).asString(""))
        .toList();
  }

  /// A tale of six, told this minute.
  private String tale() {
    var draft = Map.of("name", word, "query", word, "never", List.of(), "hide", List.of());
    String topic = ServerFixture.post("/api/v1/topics", draft).json().path("id").asString();
    ServerFixture.send("PUT", "/api/v1/topics/" + topic + "/tale", Map.of("on", true, "line", 120));
    var lines = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      var post =
          Map.of(
              "id",
              word + i,
              "text",
              "They say " + word + " had rats, number " + i + ".",
              "author",
              Map.of("id", word + i, "name", "teller" + i),
              "published",
              Instant.now().minusSeconds(60 - i).toString());
      lines.append(JSON.writeValueAsString(post)).append('\n');
    }
    var request =
        ServerFixture.authorized("/api/v1/imports?name=tale")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines.toString()))
            .build();
    assertThat(ServerFixture.send(request).status()).isEqualTo(200);
    for (int tries = 0; tries < 200; tries++) {
      for (JsonNode row : ServerFixture.get("/api/v1/tales").json().path("moving")) {
        if (row.path("title").asString().equals(word)) {
          return row.path("id").asString();
        }
      }
      pause();
    }
    throw new AssertionError("no tale of " + word);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}

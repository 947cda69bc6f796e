package org.wordborne.server.campaign.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.mailroom.HookReceiver;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.Scope;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Leave for a person's words: asked, given on their page, shown, taken back; over HTTP.
class RightsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HookReceiver FORUM = new HookReceiver(ServerFixture.allowedPort());
  private static final Scope SCOPE = ServerFixture.defaultScope();
  private static final String UNTIL = LocalDate.now(ZoneOffset.UTC).plusYears(1).toString();

  private final String words = "Cloud nine <i>oat</i> " + UUID.randomUUID();
  private final JsonNode source = source();
  private final String mention = said();

  @AfterAll
  static void close() {
    FORUM.close();
  }

  @Test
  void ask_inTheThread_saysItThereWithTheLink() {
    FORUM.forget();
    JsonNode asked = ask(Map.of("text", "May we print this?", "send", true, "key", words));

    await(() -> FORUM.told().stream().anyMatch(one -> one.body().contains("May we print")));

    String link = asked.path("link").asString();
    assertThat(link).contains("/p/g/ask/");
    assertThat(FORUM.told().toString()).contains(link.substring(link.indexOf("/p/")));
  }

  @Test
  void ask_twice_isRefusedUntilItIsWithdrawn() {
    JsonNode first = ask(Map.of());

    Answer second = tryAsk(Map.of());
    ServerFixture.post("/api/v1/rights/" + first.path("id").asString() + "/withdraw", Map.of());

    assertThat(second.status()).isEqualTo(409);
    assertThat(tryAsk(Map.of()).status()).isEqualTo(201);
  }

  @Test
  void ask_manyAtOnce_isTakenOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(Collections.nCopies(6, () -> tryAsk(Map.of()).status()));

      assertThat(answers.stream().map(Future::resultNow))
          .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }
  }

  @Test
  void ask_cannotBeSaidInTheThread_leavesNoLink() {
    long before = links();
    Answer refused = tryAsk(Map.of("send", true, "text", " "));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(links()).isEqualTo(before);
    assertThat(tryAsk(Map.of()).status()).isEqualTo(201);
  }

  @Test
  void withdraw_oneOfTwoForTheSameWords_takesBackBoth() {
    JsonNode asked = ask(Map.of());
    post(page(asked), "answer=yes&site=yes&adult=yes&credit=Ana");
    UUID other = UUID.randomUUID();
    ServerFixture.transactions()
        .run(
            SCOPE,
            tx ->
                tx.sql(
                        """
                        insert into rights_ask
                        select (r).* from (select jsonb_populate_record(a,
                          jsonb_build_object('id', ?::uuid)) as r from rights_ask a where id = ?) c
                        """)
                    .params(other, UUID.fromString(asked.path("id").asString()))
                    .update());

    post(page(asked), "answer=withdraw");

    assertThat(state(other)).isEqualTo("withdrawn");
    assertThat(right(asked).path("state").asString()).isEqualTo("withdrawn");
  }

  @Test
  void grant_twoOfThreeUses_isShownInTheGalleryWithCreditAndGoneWhenWithdrawn() {
    JsonNode asked = ask(Map.of());
    String page = page(asked);
    String gallery = gallery(asked);
    String before = open(gallery).body();

    String refusal = post(page, "answer=yes&site=yes&credit=Ana").body();
    post(page, "answer=yes&site=yes&mail=yes&adult=yes&credit=" + encoded("Ana <b>of</b> Quay St"));
    String shown = open(gallery).body();
    JsonNode granted = right(asked);
    post(page, "answer=withdraw");
    String after = open(gallery).body();

    assertThat(open(page).body()).contains("This is withdrawn");
    assertThat(before).doesNotContain("Cloud nine");
    assertThat(refusal)
        .contains("of age", "name=\"site\" checked", "value=\"Ana\"")
        .contains("name=\"answer\" value=\"yes\">", "value=\"no\" formnovalidate");
    assertThat(shown)
        .contains("Cloud nine &lt;i&gt;oat&lt;/i&gt;", "Ana &lt;b&gt;of&lt;/b&gt; Quay St");
    assertThat(granted.path("granted").toString()).isEqualTo("[\"site\"]");
    assertThat(granted.path("usedIn").toString()).contains("gallery: Your words");
    assertThat(after).doesNotContain("Cloud nine");
    assertThat(deeds(asked)).containsExactly("asked", "granted", "withdrawn");
    assertThat(ServerFixture.bean(Journals.class).firstBroken(SCOPE, "rights")).isEmpty();
  }

  @Test
  void refuse_thenAgree_staysNo() {
    JsonNode asked = ask(Map.of());
    post(page(asked), "answer=no");
    post(page(asked), "answer=yes&site=yes&adult=yes");

    assertThat(right(asked).path("state").asString()).isEqualTo("refused");
    assertThat(open(gallery(asked)).body()).doesNotContain("Cloud nine");
  }

  @Test
  void gallery_wordsDeletedWhereTheyStood_dropsThem() {
    JsonNode asked = ask(Map.of());
    String gallery = gallery(asked);
    post(page(asked), "answer=yes&site=yes&adult=yes&credit=");
    boolean shown = open(gallery).body().contains("Cloud nine");

    push("{\"type\":\"post.deleted\",\"data\":{\"id\":\"" + words.hashCode() + "\"}}");

    assertThat(shown).isTrue();
    await(() -> !open(gallery).body().contains("Cloud nine"));
  }

  @Test
  void publish_quoteWithoutLeave_doesNotLeaveAndSaysWhose() {
    String post = planned();

    await(() -> state(post).equals("refused"));

    assertThat(ServerFixture.get("/api/v1/publications/" + post).body())
        .contains("It quotes Ana", "gave no leave for posts");
  }

  @Test
  void journal_ofRights_holdsNoWordsOfPeople() {
    JsonNode asked = ask(Map.of());
    post(page(asked), "answer=yes&site=yes&adult=yes&credit=Ana");

    var lines =
        ServerFixture.bean(Journals.class)
            .read(SCOPE, "rights", UUID.fromString(asked.path("id").asString()));

    assertThat(lines.toString()).doesNotContain("Cloud nine", "Ana");
  }

  private static long links() {
    return one("select count(*) from client_link where kind = 'rights'", Long.class);
  }

  private static String state(UUID ask) {
    return one("select state from rights_ask where id = '" + ask + "'", String.class);
  }

  private static <T> T one(String sql, Class<T> type) {
    return ServerFixture.transactions().in(SCOPE, tx -> tx.sql(sql).query(type).single());
  }

  private List<String> deeds(JsonNode asked) {
    return ServerFixture.bean(Journals.class)
        .read(SCOPE, "rights", UUID.fromString(asked.path("id").asString()))
        .stream()
        .map(Journals.Line::deed)
        .toList();
  }

  private JsonNode ask(Map<String, ?> more) {
    Answer answer = tryAsk(more);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private Answer tryAsk(Map<String, ?> more) {
    var request = new java.util.HashMap<String, Object>(more);
    request.putIfAbsent("send", false);
    request.put("uses", List.of("site", "print"));
    request.put("until", UNTIL);
    return ServerFixture.post("/api/v1/mentions/" + mention + "/rights", request);
  }

  private static String page(JsonNode asked) {
    String link = asked.path("link").asString();
    return link.substring(link.indexOf("/p/"));
  }

  private String gallery(JsonNode asked) {
    var draft = Map.of("title", "Your words", "rights", List.of(asked.path("id").asString()));
    String url = ServerFixture.put("/api/v1/galleries", draft).json().path("url").asString();
    return url.substring(url.indexOf("/p/"));
  }

  private static JsonNode right(JsonNode asked) {
    return ServerFixture.get("/api/v1/rights")
        .json()
        .path("rights")
        .valueStream()
        .filter(one -> one.path("id").equals(asked.path("id")))
        .findFirst()
        .orElseThrow();
  }

  private String planned() {
    var draft =
        Map.of(
            "title",
            "Your words",
            "at",
            LocalDateTime.now(ZoneOffset.UTC).plusHours(1).withNano(0).toString(),
            "zone",
            "UTC",
            "quotes",
            List.of(mention),
            "variants",
            List.of(
                Map.of(
                    "source", source.path("source").path("id").asString(), "text", "She said it")));
    String id = ServerFixture.post("/api/v1/publications", draft).json().path("id").asString();
    ServerFixture.post("/api/v1/publications/" + id + "/approve", Map.of());
    ServerFixture.transactions()
        .run(
            SCOPE,
            tx ->
                tx.sql("update publication_variant set send_at = now() where publication_id = ?")
                    .param(UUID.fromString(id))
                    .update());
    return id;
  }

  private static String state(String post) {
    return ServerFixture.get("/api/v1/publications/" + post).json().path("state").asString();
  }

  private static JsonNode source() {
    var draft =
        Map.of(
            "kind",
            "webhook",
            "name",
            "forum" + UUID.randomUUID(),
            "settings",
            Map.of("answerUrl", FORUM.url()),
            "everything",
            true);
    return ServerFixture.post("/api/v1/sources", draft).json();
  }

  private String said() {
    push(
        JSON.writeValueAsString(
            Map.of(
                "id",
                "" + words.hashCode(),
                "text",
                words,
                "url",
                "https://forum.example/1",
                "author",
                Map.of("id", "ana", "name", "Ana"))));
    String query = "/api/v1/mentions?limit=50";
    await(() -> ServerFixture.get(query).body().contains(words.substring(22)));
    return ServerFixture.get(query)
        .json()
        .path("mentions")
        .valueStream()
        .filter(one -> one.path("text").asString().equals(words))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private void push(String body) {
    String path = "/hooks/" + source.path("source").path("id").asString();
    var request = ServerFixture.request(path).POST(BodyPublishers.ofString(body));
    byte[] raw = body.getBytes(StandardCharsets.UTF_8);
    var secret = Secret.of(source.path("secret").asString());
    StandardWebhooks.sign(secret, "m" + UUID.randomUUID(), Instant.now(), raw)
        .forEach(request::header);
    assertThat(ServerFixture.send(request.build()).status()).isEqualTo(200);
  }

  private static Answer open(String page) {
    return ServerFixture.send(ServerFixture.request(page).build());
  }

  private static Answer post(String page, String body) {
    var token = Pattern.compile("name=\"t\" value=\"([^\"]+)\"").matcher(open(page).body());
    String own = token.find() ? "t=" + encoded(token.group(1)) + "&" : "";
    return ServerFixture.send(
        ServerFixture.request(page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(own + body))
            .build());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void await(BooleanSupplier done) {
    Instant until = Instant.now().plusSeconds(15);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(until);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

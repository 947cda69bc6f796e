package org.wordborne.server.campaign.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.mailroom.HookReceiver;
import org.wordborne.server.watch.CrisisRooms;
import org.wordborne.server.workspace.Condition.Kind;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import tools.jackson.databind.JsonNode;

/// Posts of our own over HTTP, with two programs that take them; sent by the server's own clock.
class PublishTest {
  private static final HookReceiver ONE = new HookReceiver(ServerFixture.allowedPort());
  private static final HookReceiver TWO = new HookReceiver(ServerFixture.allowedPort());
  private static final Scope SCOPE = ServerFixture.defaultScope();
  private static final SignedIn RUTH = new SignedIn(null, SCOPE.workspace(), "Ruth", "owner");

  private String first = "";
  private String second = "";

  @BeforeEach
  void places() {
    ONE.forget();
    TWO.forget();
    first = source(ONE);
    second = source(TWO);
  }

  @AfterAll
  static void close() {
    ONE.close();
    TWO.close();
  }

  @Test
  void send_approvedAndDue_leavesOnceForEachPlaceWithItsOwnWords() {
    String id = planned("Oat, from today.", "It took us six weeks.");
    act(id, "approve", Map.of());
    letTimeCome(id, Duration.ZERO);

    JsonNode sent = await(id, one -> one.path("state").asString().equals("sent"));

    assertThat(sent.path("variants")).hasSize(2);
    assertThat(ONE.told()).hasSize(1);
    assertThat(ONE.told().getFirst().body())
        .contains("\"type\":\"post.created\"", "Oat, from today.", "\"title\":\"You asked\"");
    assertThat(TWO.told().getFirst().body()).contains("It took us six weeks.");
  }

  @Test
  void send_neverApproved_staysHere() throws InterruptedException {
    String id = planned("Not yet.", "Not yet either.");
    letTimeCome(id, Duration.ofSeconds(1));
    Thread.sleep(1_500);

    assertThat(get(id).path("state").asString()).isEqualTo("draft");
    assertThat(ONE.told()).isEmpty();
  }

  @Test
  void round_afterARestore_restsUntilResumed() {
    String id = planned("Rests.", "Rests too.");
    act(id, "approve", Map.of());
    var conditions = ServerFixture.bean(Conditions.class);
    conditions.set(Kind.SENDING, true, Instant.EPOCH);
    try {
      letTimeCome(id, Duration.ofSeconds(1));
      ServerFixture.bean(PublicationSender.class).round(SCOPE);

      assertThat(get(id).path("state").asString()).isEqualTo("approved");
    } finally {
      conditions.set(Kind.SENDING, false, Instant.EPOCH);
    }
    await(id, one -> one.path("state").asString().equals("sent"));
  }

  @Test
  void change_oneTextOfTwo_losesItsApprovalAndTheOtherKeepsIt() {
    String id = planned("First.", "Second.");
    act(id, "approve", Map.of());

    var draft = Map.of("title", "You asked", "variants", texts("First, changed.", "Second."));
    JsonNode changed = ServerFixture.put("/api/v1/publications/" + id, draft).json();

    assertThat(state(changed, first)).isEqualTo("draft");
    assertThat(state(changed, second)).isEqualTo("approved");
  }

  @Test
  void send_crisisRoomOpenThenClosedTooLate_isPausedMissedAndSentOnlyWhenLetGo()
      throws InterruptedException {
    String id = planned("Paused.", "Paused too.");
    act(id, "approve", Map.of());
    var rooms = ServerFixture.bean(CrisisRooms.class);
    UUID room = rooms.open(RUTH, tale()).id();
    letTimeCome(id, Duration.ofMinutes(5));
    Thread.sleep(1_500);

    JsonNode held = get(id);
    Answer refused = ServerFixture.post(path(id, "send-late"), Map.of());
    rooms.close(RUTH, room, "");
    JsonNode missed = await(id, one -> one.path("state").asString().equals("missed"));
    boolean silent = ONE.told().isEmpty();
    act(id, "send-late", Map.of());
    await(id, one -> one.path("state").asString().equals("sent"));

    assertThat(held.path("state").asString()).isEqualTo("paused");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(missed.path("variants").get(0).path("why").asString()).contains("time passed");
    assertThat(silent).isTrue();
    assertThat(ONE.told()).hasSize(1);
  }

  @Test
  void send_crisisRoomClosedSecondsAfterItsTime_waitsForAPerson() throws InterruptedException {
    String id = planned("Held.", "Held too.");
    act(id, "approve", Map.of());
    var rooms = ServerFixture.bean(CrisisRooms.class);
    UUID room = rooms.open(RUTH, tale()).id();
    UUID other = rooms.open(RUTH, tale()).id();
    letTimeCome(id, Duration.ofSeconds(10));

    rooms.close(RUTH, room, "");
    JsonNode held = get(id);
    rooms.close(RUTH, other, "");
    JsonNode closed = get(id);
    Thread.sleep(1_500);

    assertThat(held.path("state").asString()).isEqualTo("paused");
    assertThat(closed.path("state").asString()).isEqualTo("missed");
    assertThat(ONE.told()).isEmpty();
  }

  @Test
  void send_programStoppedInTheMiddle_isLookedUpAndNotSentAgain() {
    String id = planned("Once.", "Once.");
    act(id, "approve", Map.of());
    ONE.answer(404);
    TWO.answer(404);
    state(id, "sending");

    ServerFixture.bean(PublicationSender.class).recover(SCOPE);
    JsonNode lost =
        await(
            id, one -> one.path("variants").get(0).path("why").asString().contains("stand there"));

    assertThat(lost.path("state").asString()).isEqualTo("unknown");
    assertThat(ONE.told()).allMatch(asked -> asked.body().isEmpty());
  }

  @Test
  void send_outcomeNeverNoted_isLookedUpWithoutARestart() {
    String id = planned("Once.", "Once.");
    act(id, "approve", Map.of());
    ONE.answer(404);
    TWO.answer(404);
    change("tried_at = ?", id, Timestamp.from(Instant.now().minus(Duration.ofMinutes(3))));
    state(id, "sending");

    JsonNode lost =
        await(
            id, one -> one.path("variants").get(0).path("why").asString().contains("stand there"));

    assertThat(lost.path("state").asString()).isEqualTo("unknown");
    assertThat(ONE.told()).allMatch(asked -> asked.body().isEmpty());
  }

  @Test
  void send_placeRefuses_saysWhyAndGoesNoFurther() {
    String id = planned("Refused.", "Taken.");
    act(id, "approve", Map.of());
    ONE.answer(403);
    letTimeCome(id, Duration.ZERO);

    JsonNode refused = await(id, one -> state(one, second).equals("sent"));

    assertThat(state(await(id, one -> !state(one, first).equals("sending")), first))
        .isEqualTo("refused");
    assertThat(refused.path("state").asString()).isIn("refused", "sending");
    assertThat(ONE.told()).hasSize(1);
  }

  @Test
  void ask_clientApprovesOneAndSendsOneBack_eachStandsByItself() {
    String id = planned("Approve <b>me</b>.", "Change me.");
    String link = ServerFixture.post(path(id, "ask"), Map.of()).json().path("link").asString();
    String page = link.substring(link.indexOf("/p/a/"));
    String shown = open(page).body();

    post(page, shown, 0, "");
    post(page, shown, 1, "&change=yes&note=Less+loud");
    post(page, shown, 1, "");
    JsonNode decided = get(id);

    assertThat(shown).contains("Approve &lt;b&gt;me&lt;/b&gt;.").doesNotContain("<b>me");
    assertThat(states(decided)).containsExactlyInAnyOrder("approved", "changes");
    assertThat(decided.toString()).contains("Tomasz (by link)", "Less loud");
    assertThat(open(page).body()).contains("Approved by Tomasz", "Less loud");
  }

  @Test
  void ask_clientSawOtherWords_isShownTheNewOnesAndNothingIsTaken() {
    String id = planned("First.", "Second.");
    String link = ServerFixture.post(path(id, "ask"), Map.of()).json().path("link").asString();
    String page = link.substring(link.indexOf("/p/a/"));
    String shown = open(page).body();
    change("text = ?", id, "Other words.");

    Answer answer = send(page, shown, 0, "");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("The words were changed", "Other words.", "name=\"sha256\"");
    assertThat(states(get(id))).containsExactly("waiting", "waiting");
    assertThat(send(page, answer.body(), 0, "").status()).isEqualTo(303);
    assertThat(states(get(id))).containsExactlyInAnyOrder("approved", "waiting");
  }

  @Test
  void ask_clientForgetsWhatToChange_keepsTheNameInThatFormAlone() {
    String id = planned("First.", "Second.");
    String link = ServerFixture.post(path(id, "ask"), Map.of()).json().path("link").asString();
    String page = link.substring(link.indexOf("/p/a/"));

    Answer answer = send(page, open(page).body(), 0, "&change=yes");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Say what should change")
        .containsOnlyOnce("value=\"Tomasz\"")
        .doesNotContain("formnovalidate");
    assertThat(states(get(id))).containsExactly("waiting", "waiting");
  }

  @Test
  void ask_again_oldLinkIsGone() {
    String id = planned("First.", "Second.");
    String link = ServerFixture.post(path(id, "ask"), Map.of()).json().path("link").asString();
    ServerFixture.post(path(id, "ask"), Map.of());

    assertThat(open(link.substring(link.indexOf("/p/a/"))).status()).isEqualTo(410);
  }

  @Test
  void plan_whatCannotBe_namesTheFieldAndWhatWouldBeRight() {
    var gap = draft("2027-03-28T02:30", "Europe/Berlin", texts("a", "b"));
    var past = draft("2020-01-01T10:00", "Europe/Berlin", texts("a", "b"));
    var place = draft("2027-03-29T02:30", "Berlin", texts("a", "b"));

    assertThat(refused(gap)).contains("02:30 does not exist on 2027-03-28 in Europe/Berlin");
    assertThat(refused(past)).contains("passed");
    assertThat(refused(place)).contains("zone");
    assertThat(refused(draft("2027-03-29T02:30", "UTC", List.of()))).contains("variants");
  }

  @Test
  void plan_theSameWordsToFourPlaces_isCalledShouting() {
    var texts = new ArrayList<>(texts("Same.", "Same."));
    texts.add(Map.of("source", source(ONE), "text", "Same."));
    texts.add(Map.of("source", source(TWO), "text", "Same."));

    JsonNode made =
        ServerFixture.post("/api/v1/publications", draft("2027-03-29T02:30", "UTC", texts)).json();

    assertThat(made.path("warnings").toString()).contains("4 places: this is shouting");
  }

  @Test
  void move_overTheEndOfSummerTime_keepsTheClock() {
    String id = planned("a", "b");

    JsonNode moved = act(id, "move", Map.of("at", "2027-10-31T08:00", "zone", "Europe/London"));

    assertThat(moved.path("local").asString()).startsWith("2027-10-31T08:00");
    assertThat(moved.path("at").asString()).isEqualTo("2027-10-31T08:00:00Z");
  }

  private String planned(String one, String two) {
    String at = LocalDateTime.now(ZoneOffset.UTC).plusHours(3).withNano(0).toString();
    Answer made = ServerFixture.post("/api/v1/publications", draft(at, "UTC", texts(one, two)));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().path("id").asString();
  }

  private static Map<String, Object> draft(
      String at, String zone, List<Map<String, String>> texts) {
    return Map.of("title", "You asked", "at", at, "zone", zone, "variants", texts);
  }

  private List<Map<String, String>> texts(String one, String two) {
    return List.of(Map.of("source", first, "text", one), Map.of("source", second, "text", two));
  }

  private static String refused(Map<String, Object> draft) {
    Answer answer = ServerFixture.post("/api/v1/publications", draft);
    assertThat(answer.status()).isEqualTo(400);
    return answer.body();
  }

  private static String source(HookReceiver at) {
    var draft =
        Map.of(
            "kind",
            "webhook",
            "name",
            "desk" + UUID.randomUUID(),
            "settings",
            Map.of("answerUrl", at.url()),
            "everything",
            true);
    JsonNode made = ServerFixture.post("/api/v1/sources", draft).json();
    return made.path("source").path("id").asString();
  }

  private static void letTimeCome(String id, Duration ago) {
    change("send_at = ?", id, Timestamp.from(Instant.now().minus(ago)));
  }

  private static void state(String id, String state) {
    change("state = ?", id, state);
  }

  private static void change(String what, String id, Object value) {
    ServerFixture.transactions()
        .run(
            SCOPE,
            tx ->
                tx.sql("update publication_variant set " + what + " where publication_id = ?")
                    .params(value, UUID.fromString(id))
                    .update());
  }

  private static UUID tale() {
    UUID id = UUID.randomUUID();
    ServerFixture.transactions()
        .run(
            SCOPE,
            tx ->
                tx.sql(
                        """
                        insert into tale (workspace_id, id, root_mention, root_print, title,
                          begun_at, last_at, line)
                        values (?, ?, ?, 1, 'Rats', now(), now(), 250)
                        """)
                    .params(SCOPE.workspace().value(), id, UUID.randomUUID())
                    .update());
    return id;
  }

  private static JsonNode get(String id) {
    return ServerFixture.get("/api/v1/publications/" + id).json();
  }

  private static JsonNode act(String id, String deed, Map<String, ?> body) {
    Answer answer = ServerFixture.post(path(id, deed), body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static String path(String id, String deed) {
    return "/api/v1/publications/" + id + "/" + deed;
  }

  private static String state(JsonNode entry, String source) {
    return entry
        .path("variants")
        .valueStream()
        .filter(one -> one.path("source").asString().equals(source))
        .findFirst()
        .orElseThrow()
        .path("state")
        .asString();
  }

  private static List<String> states(JsonNode entry) {
    return entry.path("variants").valueStream().map(one -> one.path("state").asString()).toList();
  }

  private static JsonNode await(String id, Predicate<JsonNode> done) {
    Instant until = Instant.now().plusSeconds(15);
    JsonNode now = get(id);
    while (!done.test(now)) {
      assertThat(Instant.now()).as(now.toString()).isBefore(until);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      now = get(id);
    }
    return now;
  }

  private static Answer open(String page) {
    return ServerFixture.send(ServerFixture.request(page).build());
  }

  private static List<String> hidden(String page, String name) {
    Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    return found.results().map(one -> one.group(1)).toList();
  }

  private static void post(String page, String shown, int text, String more) {
    assertThat(send(page, shown, text, more).status()).isEqualTo(303);
  }

  private static Answer send(String page, String shown, int text, String more) {
    String token = URLEncoder.encode(hidden(shown, "t").getFirst(), StandardCharsets.UTF_8);
    String sent =
        "t=%s&name=Tomasz&text=%s&sha256=%s%s"
            .formatted(
                token, hidden(shown, "text").get(text), hidden(shown, "sha256").get(text), more);
    var request =
        ServerFixture.request(page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(sent))
            .build();
    return ServerFixture.send(request);
  }
}

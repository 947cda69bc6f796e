package org.wordborne.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.Journals;
import tools.jackson.databind.JsonNode;

/// A campaign from its brief to its start, over HTTP.
class CampaignTest {
  private final String name = "Oat Week " + UUID.randomUUID();

  @Test
  void start_everythingSigned_runsAndAnyChangeBeforeVoidsTheSignOff() {
    String id = made();
    facts(id, complete());
    assertThat(lacks(id)).contains("rules", "sign-off");

    post(id, "/rules", Map.of("languages", List.of("en", "de")));
    signOff(id);
    assertThat(lacks(id)).isEmpty();
    assertThat(ServerFixture.get(path(id, "")).json().path("state").asString()).isEqualTo("ready");

    facts(id, Map.of("prizes.announcedTotal", "187 GBP"));
    assertThat(lacks(id)).containsExactly("rules", "sign-off-void");
    assertThat(post(id, "/start", Map.of()).status()).isEqualTo(409);
    facts(id, Map.of("prizes.announcedTotal", "186 GBP"));
    assertThat(lacks(id)).as("the very same things are signed still").isEmpty();

    assertThat(post(id, "/start", Map.of()).json().path("state").asString()).isEqualTo("running");
    assertThat(ServerFixture.post(path(id, "/facts"), Map.of("facts", Map.of())).status())
        .isEqualTo(409);
    var scope = ServerFixture.defaultScope();
    var journals = ServerFixture.bean(Journals.class);
    assertThat(journals.read(scope, "campaign/" + id, null))
        .extracting(Journals.Line::deed)
        .containsExactly("rules.written", "signed-off", "started");
  }

  @Test
  void start_filingInNewYorkOpenOrLate_isRefusedUntilAnOwnerSaysWhy() {
    String id = made();
    var facts = new LinkedHashMap<>(complete());
    facts.put("audience.regions", List.of("US-NY"));
    facts.put("prizes.announcedTotal", "6000 USD");
    facts.put("winner.yearTotal", "100 USD");
    facts.put("publicity.condition", false);
    facts.put("entry.cost", "0 USD");
    facts(id, facts);
    post(id, "/rules", Map.of());
    signOff(id);

    JsonNode filing = task(id, "US-NY/ny-file");
    assertThat(lacks(id)).containsExactly("task", "task");
    assertThat(filing.path("due").asString())
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(40 - 30).toString());
    done(id, filing, "NY 2026-117");
    done(id, task(id, "US-NY/ny-bond"), "bond of the bank, in the safe");
    assertThat(lacks(id)).isEmpty();

    move(id, 20, 30);
    assertThat(post(id, "/start", Map.of()).json().path("detail").asString())
        .contains("done on", "it was due on", "sign-off is void");
    assertThat(post(id, "/start", Map.of("override", "because")).status()).isEqualTo(400);
    var started =
        post(id, "/start", Map.of("override", "New York told us by phone that it is fine."));
    assertThat(started.json().path("state").asString()).isEqualTo("running");
    assertThat(started.json().path("overridden").asString()).startsWith("New York told us");
  }

  @Test
  void signOff_placeWithoutPack_countsOnlyWhenItNamesThePlace() {
    String id = made();
    var facts = new LinkedHashMap<>(complete());
    facts.put("audience.regions", List.of("PT"));
    facts(id, facts);
    post(id, "/rules", Map.of());
    signOff(id);
    assertThat(lacks(id)).containsExactly("region");

    post(
        id,
        "/sign-off",
        Map.of("name", "Ana Sousa", "capacity", "advogada", "regions", List.of("PT")));

    assertThat(lacks(id)).isEmpty();
  }

  @Test
  void change_timesThatCannotBe_areRefusedByName() {
    String id = made();

    var ended = put(id, Map.of("startsAt", "2096-11-29T10:00", "endsAt", "2096-11-18T10:00"));
    var leapt = put(id, Map.of("zone", "Europe/Berlin", "startsAt", "2094-03-28T02:30"));
    var passed = put(id, Map.of("startsAt", "2020-01-01T10:00"));

    assertThat(ended.status()).isEqualTo(400);
    assertThat(ended.json().path("field").asString()).isEqualTo("endsAt");
    assertThat(ended.json().path("detail").asString())
        .isEqualTo("The end, 18 Nov 2096, 10:00, lies before the start, 29 Nov 2096, 10:00.");
    assertThat(leapt.json().path("detail").asString())
        .startsWith("02:30 does not exist on 2094-03-28 in Europe/Berlin");
    assertThat(passed.json().path("detail").asString()).startsWith("The start has passed");
  }

  @Test
  void change_numberDayAndBudgetCleared_areOpenAgain() {
    String id = made();
    put(id, Map.of("aimNumber", 40, "aimBy", "2096-12-01", "budget", money(24_000)));

    var unnamed = put(id, Map.of("aim", "more guests"));
    var cleared = put(id, Map.of("clear", List.of("aimNumber", "aimBy", "budget")));
    var unknown = put(id, Map.of("clear", List.of("owner")));

    assertThat(unnamed.json().path("brief").path("aimNumber").asInt()).isEqualTo(40);
    assertThat(cleared.json().path("brief").path("aimNumber").isNull()).isTrue();
    assertThat(cleared.json().path("brief").path("aimBy").isNull()).isTrue();
    assertThat(cleared.json().path("money").path("budget").isNull()).isTrue();
    assertThat(cleared.json().path("money").path("left").path("minor").asLong()).isZero();
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().path("detail").asString())
        .isEqualTo("One of aimNumber, aimBy and budget.");
  }

  @Test
  void costs_fiftyAtOnce_neverExceedTheBudget() throws Exception {
    String id = made();
    put(id, Map.of("budget", money(24_000)));
    var refused =
        put(id, Map.of("plans", List.of(Map.of("what", "samples", "amount", money(25_200)))));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asString())
        .isEqualTo(
            "Set aside and spent come to 252.00 GBP; the budget is 240.00 GBP, exceeded by 12.00"
                + " GBP.");
    put(id, Map.of("plans", List.of(Map.of("what", "samples", "amount", money(4_000)))));

    var taken = new AtomicInteger();
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        String what = i < 10 ? "samples" : "posters";
        many.submit(
            () -> {
              var answer = post(id, "/costs", Map.of("what", what, "amount", money(1_000)));
              taken.addAndGet(answer.status() == 201 ? 1 : 0);
            });
      }
    }

    put(id, Map.of("plans", List.of(Map.of("what", "samples", "amount", money(4_000)))));
    JsonNode money = ServerFixture.get(path(id, "")).json().path("money");
    assertThat(taken).hasValue(24);
    assertThat(money.path("spent").path("minor").asLong()).isEqualTo(24_000);
    assertThat(money.path("left").path("minor").asLong()).isZero();
    assertThat(put(id, Map.of("budget", money(23_999))).json().path("detail").asString())
        .isEqualTo("240.00 GBP is set aside or spent already; the budget cannot be 239.99 GBP.");
  }

  @Test
  void facts_wrongOne_isRefusedByName() {
    String id = made();

    var wrong = facts(id, Map.of("selection", "luck"));
    var told = facts(id, Map.of("dates.start", "2026-11-20"));

    assertThat(wrong.json().path("field").asString()).isEqualTo("selection");
    assertThat(wrong.json().path("detail").asString()).contains("one of none, chance");
    assertThat(told.status()).isEqualTo(400);
  }

  private String made() {
    var budget = money(24_000);
    Answer answer =
        ServerFixture.post(
            "/api/v1/campaigns",
            Map.of("name", name, "aim", "60 people speak of oat milk", "budget", budget));
    String id = answer.json().path("id").asString();
    move(id, 40, 50);
    return id;
  }

  private static void move(String id, int start, int end) {
    put(id, Map.of("zone", "UTC", "startsAt", inDays(start), "endsAt", inDays(end)));
  }

  /* Noon, so that the day is the same all day long. */
  private static String inDays(int days) {
    return LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.DAYS)
        .plusDays(days)
        .plusHours(12)
        .toString();
  }

  private static Map<String, Object> complete() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("promoter.name", "Lantern Coffee Ltd");
    facts.put("promoter.address", "1 Quay, Alderwick");
    facts.put("promoter.contact", "hello@lantern.test");
    facts.put("selection", "chance");
    facts.put("audience.regions", List.of("GB-ENG"));
    facts.put("audience.minAge", 18);
    facts.put("audience.children", false);
    facts.put("entry.methods", List.of("form"));
    facts.put("entry.purchase", "none");
    facts.put("entry.cost", "0 GBP");
    facts.put("freeRoute.exists", true);
    facts.put("freeRoute.equal", true);
    facts.put("draw.method", "beacon");
    facts.put("winners.published", "on-request");
    facts.put("data.newsletterBundled", false);
    facts.put("prizes.description", "One year of Saturdays; three bags of beans.");
    facts.put("prizes.announcedTotal", "186 GBP");
    return facts;
  }

  private static Answer facts(String id, Map<String, Object> facts) {
    return post(id, "/facts", Map.of("facts", facts));
  }

  private static void signOff(String id) {
    post(id, "/sign-off", Map.of("name", "R. Hale", "capacity", "solicitor"));
  }

  private static JsonNode task(String id, String rule) {
    return ServerFixture.get(path(id, "/law"))
        .json()
        .path("tasks")
        .valueStream()
        .filter(task -> task.path("fromRule").asString().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static void done(String id, JsonNode task, String evidence) {
    post(id, "/tasks/" + task.path("id").asString() + "/evidence", Map.of("evidence", evidence));
  }

  private static List<String> lacks(String id) {
    return ServerFixture.get(path(id, "/law"))
        .json()
        .path("check")
        .path("lacks")
        .valueStream()
        .map(lack -> lack.path("code").asString())
        .toList();
  }

  private static Map<String, Object> money(long minor) {
    return Map.of("minor", minor, "currency", "GBP");
  }

  private static Answer post(String id, String what, Object body) {
    return ServerFixture.post(path(id, what), body);
  }

  private static Answer put(String id, Object body) {
    return ServerFixture.put(path(id, ""), body);
  }

  private static String path(String id, String what) {
    return "/api/v1/campaigns/" + id + what;
  }
}

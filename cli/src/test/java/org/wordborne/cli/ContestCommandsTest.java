package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import tools.jackson.databind.JsonNode;

/// The commands about contests, on a folder whose server runs by a clock that is moved on.
class ContestCommandsTest {
  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
  private static final InstantSource CLOCK =
      () -> InstantSource.system().instant().plus(AHEAD.get());
  private static final List<String> FACTS =
      List.of(
          "promoter.name=Lantern Coffee Ltd",
          "promoter.address=1 Quay, Alderwick",
          "promoter.contact=hello@lantern.test",
          "selection=chance",
          "audience.children=false",
          "entry.purchase=none",
          "entry.cost=0 GBP",
          "prizes.announcedTotal=18.00 GBP",
          "winners.published=on-request",
          "disclosure.told=true",
          "data.newsletterBundled=false");

  @TempDir private static Path folder;
  private static RunningServer server;

  /// What a command printed, and its exit code.
  private record Ran(int code, String out, String err) {
    JsonNode json() {
      return ServerConnection.JSON.readTree(out);
    }

    List<JsonNode> lines() {
      return out.lines().map(line -> (JsonNode) ServerConnection.JSON.readTree(line)).toList();
    }
  }

  @BeforeAll
  static void start() {
    var options = ServerOptions.at(folder).withPort(0).withoutListening().withClock(CLOCK);
    server = ServerProcess.start(options);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void contest_fromSetUpToEntries_isPlayedByCommandsAlone() {
    campaign("Oat Week");
    var made =
        ran(
            "contest",
            "set",
            "Oat Week",
            "--question",
            "Its name?",
            "--tag",
            "Oat",
            "--places",
            "GB");
    assertThat(made.json().path("regions").path(0).asString()).isEqualTo("GB");
    ran("contest", "set", "Oat Week", "--alternates", "2", "--by-post", "false");
    assertThat(ran("contest", "show", "Oat Week").json().path("byPost").asBoolean()).isFalse();
    ran("contest", "prize", "add", "Oat Week", "A mug", "--each", "6.00 GBP", "--pieces", "3");

    lawful();

    assertThat(ran("campaign", "start", "Oat Week").json().path("state").asString())
        .isEqualTo("running");
    assertThat(run("contest", "prize", "remove", "Oat Week", "A mug").err).contains("announced");
    assertThat(run("contest", "enter", "Oat Week", "--words", "Oat", "--by", "Bo").code)
        .isEqualTo(2);
    AHEAD.updateAndGet(ahead -> ahead.plus(Duration.ofDays(1)));
    var card = ran("contest", "enter", "Oat Week", "--words", "Oat so fair", "--by", "Edda").json();
    assertThat(card.path("receipt").asString()).contains("/p/e/" + card.path("code").asString());
    assertThat(ran("campaign", "entries", "Oat Week").json().path("way").asString())
        .isEqualTo("staff");
    assertThat(run("contest", "decide", "Oat Week", "99", "--keep").code).isEqualTo(2);
    assertThat(run("contest", "flags", "Oat Week").code).isZero();
    assertThat(ran("contest", "log", "Oat Week").out).contains("\"entered\"");
  }

  private static void lawful() {
    var before = ran("contest", "facts", "Oat Week").json();
    assertThat(before.path("canStart").asBoolean()).isFalse();
    assertThat(run("contest", "sign", "Oat Week", "--by", "R. Hale", "--capacity", "owner").err)
        .contains("Write the rules first");
    assertThat(run("contest", "rules", "Oat Week", "--write", "en").err)
        .contains("answer these first");

    var facts = new ArrayList<>(List.of("contest", "facts", "Oat Week"));
    facts.addAll(FACTS);
    var told = ran(facts.toArray(String[]::new)).json();
    assertThat(told.path("facts").path("audience.children").isBoolean()).isTrue();
    assertThat(ran("contest", "rules", "Oat Week", "--write", "en,de").lines()).hasSize(2);
    assertThat(ran("contest", "rules", "Oat Week", "--text", "1").out).contains("A mug");
    assertThat(ran("contest", "tasks", "Oat Week").out).contains("GB/gb-draw-proof");
    assertThat(signed().path("canStart").asBoolean()).isTrue();

    ran("contest", "prize", "add", "Oat Week", "A cup", "--each", "5.00 GBP");
    assertThat(ran("contest", "facts", "Oat Week").out).contains("sign-off-void");
    ran("contest", "prize", "remove", "Oat Week", "A cup");
    var prize = ran("contest", "prize", "list", "Oat Week").json();
    assertThat(prize.path("accounts").path("reserved").asInt()).isEqualTo(3);
    assertThat(ran("contest", "prize", "list", "Oat Week", "--ledger").lines()).hasSize(6);
  }

  private static JsonNode signed() {
    return ran("contest", "sign", "Oat Week", "--by", "R. Hale", "--capacity", "solicitor").json();
  }

  @Test
  void contest_whatIsNotThere_endsWithTwoAndSaysSo() {
    campaign("Bare Week");

    assertThat(run("contest", "show", "No Week").err).contains("there is no campaign 'No Week'");
    assertThat(run("contest", "show", "Bare Week").err).contains("has no contest yet");
    assertThat(run("contest", "tasks", "Bare Week", "--done", "x").err)
        .contains("there is no task 'x'");
    assertThat(run("contest", "facts", "Bare Week", "selektion=chance").code).isEqualTo(2);
    assertThat(run("contest", "claims", "Bare Week").code).isEqualTo(2);
    assertThat(run("campaign", "referral", "Bare Week").err).contains("lets nobody tell friends");
    assertThat(ran("campaign", "seeds", "Bare Week").out).isEmpty();
  }

  @Test
  void contest_stepsBeforeTheDraw_sayThereIsNoSuchPiece() {
    campaign("Early Week");
    ran("contest", "set", "Early Week", "--question", "Its name?", "--tag", "Early");
    ran("contest", "prize", "add", "Early Week", "A mug", "--each", "6.00 GBP");

    assertThat(run("contest", "step", "Early Week", "nobody", "ship").err)
        .contains("there is no piece 'nobody'");
    assertThat(run("contest", "answer", "Early Week", "1", "--uphold", "--reasons", "So.").err)
        .contains("there is no open appeal '1'");
    var piece = ran("contest", "claims", "Early Week").json();
    assertThat(piece.path("state").asString()).isEqualTo("reserved");
    assertThat(run("contest", "step", "Early Week", piece.path("piece").asString(), "ship").code)
        .isEqualTo(2);
  }

  private static void campaign(String name) {
    try (var api = ServerConnection.to(server)) {
      var budget = Map.of("minor", 24_000, "currency", "GBP");
      var made = api.post("/campaigns", Map.of("name", name, "aim", "Sixty", "budget", budget));
      var times = Map.of("zone", "UTC", "startsAt", local(1), "endsAt", local(240));
      api.send("PUT", "/campaigns/" + made.path("id").asString(), times);
    }
  }

  private static String local(int hours) {
    var at = LocalDateTime.ofInstant(CLOCK.instant().plusSeconds(hours * 3_600L), ZoneOffset.UTC);
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Ran ran(String... words) {
    Ran ran = run(words);
    assertThat(ran.code).as(String.join(" ", words) + ": " + ran.err).isZero();
    return ran;
  }

  private static Ran run(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.toString()));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code = WordborneCommand.run(all.toArray(String[]::new));
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }
}

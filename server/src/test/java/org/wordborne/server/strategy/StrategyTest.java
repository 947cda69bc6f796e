package org.wordborne.server.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.strategy.StrategyView.StrategyThemeRow;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import tools.jackson.databind.json.JsonMapper;

/// Of talk whose themes we know, through the real index of words, intents and moods.
class StrategyTest {
  private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(1);

  /* Of twenty words over eighty days, one each four days, the newest five begin sixteen days ago. */
  @Test
  void until_moreThanAreRead_tellsFromWhenOn() {
    var talk =
        new PlannedTalk()
            .say(20, PlannedTalk.GLAD, 0, 80)
            .say(30, List.of("Rain again on the ring road."), 0, 1)
            .heard();
    Instant now = Instant.now();
    var reader = ServerFixture.bean(StrategyTalk.class);

    var cut = reader.until(talk.scope, now, 5);
    var whole = reader.until(talk.scope, now, 20);

    assertThat(cut.isCut()).isTrue();
    assertThat(whole.isCut()).isFalse();
    assertThat(cut.words()).hasSize(5);
    assertThat(cut.from())
        .isBetween(now.minus(Duration.ofDays(21)), now.minus(Duration.ofDays(16)));
    assertThat(whole.words()).hasSize(20);
    assertThat(whole.from()).isEqualTo(now.minus(StrategyTalk.WINDOW));
  }

  @Test
  void look_threeThemesOfKnownVerdict_proposesEachWithItsReason() {
    var talk = town();

    StrategyView view = talk.looked();

    assertThat(row(view, "oat").verdict().word()).isEqualTo("fits");
    assertThat(row(view, "scooter").verdict().word()).isEqualTo("conflicts");
    assertThat(row(view, "northbank").verdict().word()).isEqualTo("beyond");
    assertThat(row(view, "oat").persons()).isEqualTo(70);
    assertThat(row(view, "oat").they().value()).isCloseTo(70 / 300.0, within(.001));
    assertThat(row(view, "oat").together()).isEqualTo("unheard");
    assertThat(row(view, "oat").course()).extracting("word").isEqualTo("rising");
    assertThat(row(view, "scooter").verdict().because().getFirst().kind()).isEqualTo("refusal");
    assertThat(row(view, "oat").voices())
        .hasSize(3)
        .extracting(voice -> voice.author().handleId())
        .doesNotHaveDuplicates();
    assertThat(view.persons()).isEqualTo(300);
    assertThat(view.agreement()).isNotNull();
    assertThat(view.agreement().low()).isLessThan(view.agreement().high());
    assertThat(view.reconsider()).isNull();
  }

  /* As many of the 30 of each week speak of it: 6, then 24 who do not. */
  @Test
  void look_steadyTalkForTwelveWeeks_neitherRisesNorFalls() {
    var talk = new PlannedTalk();
    for (int week = 0; week < 12; week++) {
      talk.say(6, PlannedTalk.OAT, 7 * week, 7 * week + 7);
      talk.say(24, PlannedTalk.GLAD, 7 * week, 7 * week + 7);
    }

    var view = talk.heard().looked();

    assertThat(row(view, "oat").course()).extracting("word").isEqualTo("steady");
    assertThat(row(view, "oat").course().before().value()).isCloseTo(.2, within(.02));
  }

  @Test
  void decide_nothingThatFitsIsTaken_namesWhatToThinkOver() {
    var talk = town();
    var oat = row(talk.looked(), "oat");

    talk.book().decide(talk.ines, oat.id(), decision("no", SOON.toString()), "fits");
    StrategyView view = talk.view();

    assertThat(view.reconsider()).isNotNull();
    assertThat(view.reconsider().name()).isEqualTo("Beans and growers");
    assertThat(row(view, "oat").decided()).extracting("answer").isEqualTo("no");
    assertThat(view.decisions().getFirst().due()).isFalse();
  }

  @Test
  void view_twentyFourPeople_saysWordsAndNoFigure() {
    var talk = new PlannedTalk().say(24, PlannedTalk.OAT, 0, 80).heard();

    StrategyView view = talk.looked();

    assertThat(view.few()).isTrue();
    assertThat(view.voices()).isNotEmpty();
    assertThat(view.persons()).isNull();
    assertThat(view.agreement()).isNull();
    assertThat(view.themes())
        .allSatisfy(
            row -> {
              assertThat(row.few()).isTrue();
              assertThat(row.persons()).isNull();
              assertThat(row.they()).isNull();
              assertThat(row.say()).isNull();
            });
  }

  @Test
  void view_oneHundredPeople_refusesTheAgreementAndSaysWhy() {
    var talk = new PlannedTalk().say(100, PlannedTalk.OAT, 0, 80).heard();

    StrategyView view = talk.looked();

    assertThat(view.agreement()).isNull();
    assertThat(view.whyNone()).isEqualTo("persons");
  }

  @Test
  void look_twice_addsNothing() {
    var talk = town();
    Set<String> once = names(talk.looked());

    assertThat(names(talk.looked())).isEqualTo(once);
  }

  @Test
  void change_linkedByHand_meetsTheStatementWhateverTheWords() {
    var talk = town().write("aim", "Grow across the water");
    var view = talk.looked();
    var north = row(view, "northbank");
    var aim = view.statements().getLast().id();

    talk.book().changeTheme(talk.ines, north.id(), new ThemeDraft(null, null, List.of(aim), true));

    assertThat(row(talk.view(), "northbank").verdict().word()).isEqualTo("fits");
  }

  @Test
  void decide_dayThatIsPast_isRefusedNamingTheField() {
    var talk = town();
    var oat = row(talk.looked(), "oat");

    assertThatThrownBy(
            () -> talk.book().decide(talk.ines, oat.id(), decision("yes", "2020-01-01"), "fits"))
        .isInstanceOfSatisfying(
            BadInputException.class, wrong -> assertThat(wrong.field()).isEqualTo("againOn"));
  }

  @Test
  void write_spendOfAnotherCurrency_isRefused() {
    var talk = new PlannedTalk().write("spend", "Posters", "beans", "300.00 GBP");

    assertThatThrownBy(() -> talk.write("spend", "Radio", "beans", "20.00 EUR"))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("GBP");
  }

  @Test
  void decision_written_canNeitherBeChangedNorTakenAway() {
    var talk = town();
    var oat = row(talk.looked(), "oat");
    talk.book().decide(talk.ines, oat.id(), decision("no", SOON.toString()), "fits");

    for (String deed : List.of("update decision set reason = ''", "delete from decision")) {
      assertThatThrownBy(
              () -> ServerFixture.transactions().run(talk.scope, tx -> tx.sql(deed).update()))
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void strategy_overHttp_isReadAndWritten() {
    var made = ServerFixture.post("/api/v1/strategy/statements", java.util.Map.of("kind", "wish"));

    assertThat(made.status()).isEqualTo(400);
    assertThat(made.json().path("field").asString()).isEqualTo("kind");
    assertThat(ServerFixture.get("/api/v1/strategy").status()).isEqualTo(200);
  }

  private static PlannedTalk town() {
    var talk =
        new PlannedTalk()
            .say(10, PlannedTalk.OAT, 30, 80)
            .say(60, PlannedTalk.OAT, 0, 27)
            .say(40, PlannedTalk.SCOOTER, 0, 80)
            .say(40, PlannedTalk.NORTHBANK, 0, 80)
            .say(150, PlannedTalk.GLAD, 0, 80)
            .ours(220, PlannedTalk.BEANS)
            .write("aim", "More drinks without dairy: oat, soy, almond")
            .write("competence", "We make coffee and milk drinks well")
            .write("promise", "Never in a hurry")
            .write("refusal", "No delivery: a cup is for here")
            .write("spend", "Leaflets about growers", "beans OR growers", "400.00 GBP");
    talk.heard();
    var beans = new ThemeDraft("Beans and growers", "beans OR growers", null, null);
    talk.book().addTheme(talk.ines, beans);
    return talk;
  }

  private static DecisionDraft decision(String answer, String again) {
    return new DecisionDraft(null, answer, "Two litres a day would be wasted", null, again, null);
  }

  private static StrategyThemeRow row(StrategyView view, String word) {
    return view.themes().stream()
        .filter(row -> row.query().contains(word))
        .findFirst()
        .orElseThrow(() -> new AssertionError(word + " is not in " + names(view)));
  }

  private static Set<String> names(StrategyView view) {
    return view.themes().stream().map(StrategyThemeRow::name).collect(Collectors.toSet());
  }

  static String json(Object view) {
    return JsonMapper.builder().build().writeValueAsString(view);
  }
}

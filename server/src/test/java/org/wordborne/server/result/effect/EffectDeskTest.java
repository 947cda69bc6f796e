package org.wordborne.server.result.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.effect.Panel;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.person.PersonWords;
import org.wordborne.server.spread.HeldBack;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;

/// Effects that were put in by hand are found again, and what cannot be told is said to be so.
class EffectDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-08-01");
  private static final int DAYS = 84;
  private static final int BEGINS = 70;
  private final EffectDesk desk = new EffectDesk(ServerFixture.bean(PersonWords.class), () -> NOW);

  @Test
  void synthetic_effectOfTwoPointFourADay_isFoundWithinItsInterval() {
    int held = 0;
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      EffectView view = desk.synthetic("glad", panel(2.4, seed), "ferns", day(BEGINS), List.of());
      assertThat(view.sure()).as(view.why()).isEqualTo("identified");
      held += low(view) <= 2.4 && high(view) >= 2.4 ? 1 : 0;
      sum += effect(view);
      assertThat(view.path()).hasSize(DAYS);
      assertThat(view.n()).isEqualTo(8);
    }

    // 90 % intervals: of 20, fewer than 15 holding it has a chance of 1 in 90.
    assertThat(held).isGreaterThanOrEqualTo(15);
    assertThat(sum / 20).isBetween(2.1, 2.7);
  }

  @Test
  void synthetic_nothingHappened_isWeak() {
    long sure = 0;
    for (int seed = 100; seed < 120; seed++) {
      var view = desk.synthetic("glad", panel(0, seed), "ferns", day(BEGINS), List.of());
      sure += view.sure().equals("identified") ? 1 : 0;
    }

    // At 90 % two of 20 are expected; more than five have a chance of 1 in 90.
    assertThat(sure).isLessThanOrEqualTo(5);
  }

  @Test
  void synthetic_halfMarathonAtTheSameTime_isNotIdentifiable() {
    var view =
        desk.synthetic(
            "glad", panel(2.4, 1), "ferns", day(BEGINS), List.of("the half-marathon passed by"));

    assertThat(view.sure()).isEqualTo("not-identifiable");
    assertThat(view.why()).isEqualTo("At the same time: the half-marathon passed by.");
    assertThat(view.effect()).isNull();
    assertThat(view.low()).isNull();
  }

  @Test
  void synthetic_eightDaysBefore_isNotIdentifiableWithTheNumber() {
    var view = desk.synthetic("glad", panel(2.4, 1), "ferns", day(8), List.of());

    assertThat(view.sure()).isEqualTo("not-identifiable");
    assertThat(view.why()).isEqualTo("There are 8 times before; at least 10 are needed.");
  }

  @Test
  void synthetic_notBegun_isNotYet() {
    var view = desk.synthetic("glad", panel(0, 1), "ferns", "2027-01-01", List.of());

    assertThat(view.sure()).isEqualTo("not-yet");
  }

  @Test
  void power_beforeTheCampaign_tellsAnEffectThatIsThenFound() {
    var power = desk.power(panel(0, 3).first(BEGINS), "ferns", DAYS - BEGINS);
    double least = power.effect() == null ? Double.NaN : power.effect();
    int found = 0;
    for (int seed = 200; seed < 220; seed++) {
      var view = desk.synthetic("glad", panel(least, seed), "ferns", day(BEGINS), List.of());
      found += view.sure().equals("identified") ? 1 : 0;
    }

    assertThat(power.why()).isEmpty();
    assertThat(least).isBetween(.2, 3.0);
    assertThat(found).isGreaterThanOrEqualTo(12);
    assertThatThrownBy(() -> desk.power(panel(0, 3), "ferns", 0))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void holdOut_threeMoreWordsEach_isFound() {
    Scope scope = ServerFixture.freshScope();
    Instant from = NOW.minus(Duration.ofDays(14));
    var held = new HeldBack(people(12), people(12), from);
    var chance = new SplittableRandom(5);
    speak(scope, held.seeded(), from.minus(Duration.ofDays(7)), 2, chance);
    speak(scope, held.held(), from.minus(Duration.ofDays(7)), 2, chance);
    speak(scope, held.seeded(), from.plus(Duration.ofDays(7)), 5, chance);
    speak(scope, held.held(), from.plus(Duration.ofDays(7)), 2, chance);

    var words = desk.holdOut(scope, held, from, NOW, "words");
    var glad = desk.holdOut(scope, held, from, NOW, "glad-words");

    assertThat(words.sure()).as(words.why()).isEqualTo("identified");
    assertThat(effect(words)).isBetween(2.0, 4.0);
    assertThat(low(words)).isLessThanOrEqualTo(3.0);
    assertThat(high(words)).isGreaterThanOrEqualTo(3.0);
    assertThat(words.method()).isEqualTo("holdout");
    assertThat(words.n()).isEqualTo(24);
    assertThat(glad.sure()).isEqualTo("not-identifiable");
    assertThat(glad.why()).startsWith("Everybody has the same value");
  }

  @Test
  void holdOut_fiveHeldBack_isNotIdentifiable() {
    var held = new HeldBack(people(6), people(5), NOW.minus(Duration.ofDays(9)));

    var view = desk.holdOut(ServerFixture.freshScope(), held, held.at(), NOW, "words");

    assertThat(view.sure()).isEqualTo("not-identifiable");
    assertThat(view.why())
        .isEqualTo("6 people were reached and 5 held back; at least 6 on each side are needed.");
  }

  /// Nine topics with a common rhythm of the week, each with a share of its own and chance beside.
  private static Panel panel(double effect, int seed) {
    var chance = new SplittableRandom(seed);
    var units = new ArrayList<>(List.of("ferns"));
    for (int i = 1; i <= 8; i++) {
      units.add("topic " + i);
    }
    var times = new ArrayList<String>();
    for (int t = 0; t < DAYS; t++) {
      times.add(day(t));
    }
    double[][] values = new double[9][DAYS];
    for (int i = 0; i < 9; i++) {
      double share = .6 + .1 * i;
      for (int t = 0; t < DAYS; t++) {
        double week = 3 * Math.sin(2 * Math.PI * t / 7) + 1.5 * Math.sin(2 * Math.PI * t / 40);
        values[i][t] = 10 * share + share * week + chance.nextGaussian() * .8;
        values[i][t] += i == 0 && t >= BEGINS ? effect : 0;
      }
    }
    return Panel.of(units, times, values);
  }

  private static String day(int number) {
    return FIRST.plusDays(number).toString();
  }

  private static List<UUID> people(int count) {
    var people = new ArrayList<UUID>();
    for (int i = 0; i < count; i++) {
      people.add(UUID.randomUUID());
    }
    return people;
  }

  /// Lets each say `usual` words, one more or fewer by chance; none of them glad.
  private static void speak(
      Scope scope, List<UUID> people, Instant at, int usual, SplittableRandom chance) {
    for (UUID person : people) {
      int words = usual - 1 + chance.nextInt(3);
      for (int i = 0; i < words; i++) {
        ServerFixture.transactions()
            .run(
                scope,
                tx ->
                    tx.sql(
                            """
                            insert into spoken (workspace_id, place, native_id, mention_id,
                              person_id, thread_id, at, sentiment, counted)
                            values (?, 'test', ?, ?, ?, ?, ?, 'neutral', true)
                            """)
                        .params(
                            scope.workspace().value(),
                            UUID.randomUUID().toString(),
                            UUID.randomUUID(),
                            person,
                            UUID.randomUUID(),
                            at.atOffset(ZoneOffset.UTC))
                        .update());
      }
    }
  }

  private static double effect(EffectView view) {
    return view.effect() == null ? Double.NaN : view.effect();
  }

  private static double low(EffectView view) {
    return view.low() == null ? Double.NaN : view.low();
  }

  private static double high(EffectView view) {
    return view.high() == null ? Double.NaN : view.high();
  }
}

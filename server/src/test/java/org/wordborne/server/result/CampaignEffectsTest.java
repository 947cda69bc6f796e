package org.wordborne.server.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.result.CostBook.ConfounderDraft;
import org.wordborne.server.result.RanCampaigns.PastCampaignDraft;
import org.wordborne.server.result.ResultsView.CampaignEffect;
import org.wordborne.server.result.effect.EffectView;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.SignedIn;

/// Campaigns with a truth that is known because it was made.
class CampaignEffectsTest {
  private static final double TRUE_EFFECT = 4;
  private final SpokenDays spoken = new SpokenDays();
  private final LocalDate begin = LocalDate.now(ZoneOffset.UTC).minusDays(16);
  private final LocalDate end = begin.plusDays(13);
  private final UUID ours = spoken.topic("Fern");

  @Test
  void effect_fourMoreADay_liesWithinTheInterval() {
    lay(8);

    var glad = effect(campaign(), "glad");

    assertThat(glad.effect().sure()).isEqualTo("identified");
    assertThat(glad.effect().low()).isLessThan(TRUE_EFFECT);
    assertThat(glad.effect().high()).isGreaterThan(TRUE_EFFECT);
    assertThat(glad.effect().placebos()).isNotEmpty();
    assertThat(glad.total())
        .isEqualTo(14 * glad.effect().effect(), org.assertj.core.api.Assertions.within(1e-6));
    assertThat(glad.one().middle()).endsWith(" GBP");
  }

  @Test
  void effect_somethingElseHappened_isNotIdentifiable() {
    lay(8);
    var by = new SignedIn(null, spoken.scope.workspace(), "Ruth", "owner");
    ServerFixture.bean(CostBook.class)
        .confound(
            by,
            new ConfounderDraft(
                "The half-marathon", begin.toString(), begin.plusDays(1).toString(), "glad"));

    var id = campaign();

    assertThat(effect(id, "glad").effect().sure()).isEqualTo("not-identifiable");
    assertThat(effect(id, "glad").effect().why()).contains("The half-marathon");
    assertThat(effect(id, "glad").total()).isNull();
    assertThat(effect(id, "people").effect().sure()).isNotEqualTo("not-identifiable");
  }

  @Test
  void effect_fourTopicsToCompareWith_saysThatFiveAreNeeded() {
    lay(4);

    var glad = effect(campaign(), "glad");

    assertThat(glad.effect().sure()).isEqualTo("not-identifiable");
    assertThat(glad.effect().why()).contains("4 topics", "5 are needed");
  }

  /* Of eight topics four are ours: another campaign that names none speaks to all of them. */
  @Test
  void effect_anotherThatNamesNoTopic_touchesAllOfOurs() {
    var others = lay(8);
    var roles = ServerFixture.bean(TopicRoles.class);
    others.subList(0, 4).forEach(topic -> roles.set(spoken.scope, topic, "ours", "Lantern"));
    ServerFixture.transactions()
        .run(
            spoken.scope,
            tx ->
                tx.sql(
                        """
                        insert into past_campaign (workspace_id, id, name, from_day, to_day, topics,
                          spent_minor, currency, minutes)
                        values (?, ?, 'Other', ?, ?, '{}', 0, 'GBP', 0)\
                        """)
                    .params(
                        spoken.scope.workspace().value(),
                        UUID.randomUUID(),
                        begin.minusDays(9),
                        begin.minusDays(3))
                    .update());

    var glad = effect(campaign(), "glad");

    assertThat(glad.effect().why()).contains("4 topics", "5 are needed");
  }

  @Test
  void effect_tenHoursThatAreOver_canNeverBeTold() {
    assertThat(tenHours(begin).sure()).isEqualTo("not-identifiable");
    assertThat(tenHours(begin).why()).isEqualTo("No whole day of UTC lies within it.");
    assertThat(tenHours(LocalDate.now(ZoneOffset.UTC).plusDays(1)).sure()).isEqualTo("not-yet");
  }

  private EffectView tenHours(LocalDate day) {
    var start = day.atTime(8, 0).toInstant(ZoneOffset.UTC);
    var ran =
        new Ran(
            UUID.randomUUID(),
            "Fern",
            start,
            start.plus(Duration.ofHours(10)),
            ZoneOffset.UTC,
            Set.of(ours),
            Money.none("GBP"),
            0,
            false);
    return ServerFixture.bean(CampaignEffects.class).of(spoken.scope, ran, Measure.GLAD);
  }

  private CampaignEffect effect(UUID campaign, String measure) {
    return spoken.results(begin, end, campaign).effects().stream()
        .filter(one -> one.effect().measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private UUID campaign() {
    return ServerFixture.bean(RanCampaigns.class)
        .add(
            spoken.scope,
            new PastCampaignDraft(
                "Fern Fortnight",
                begin.toString(),
                end.toString(),
                List.of(ours),
                "128.00 GBP",
                0));
  }

  /* All topics share the town's rhythm of a week; ours has four more people a day in the end. */
  private List<UUID> lay(int donors) {
    var chance = new SplittableRandom(7);
    var others = new java.util.ArrayList<UUID>();
    for (int i = 0; i < donors; i++) {
      others.add(spoken.topic("Other" + i));
    }
    for (LocalDate day = begin.minusDays(60); !day.isAfter(end); day = day.plusDays(1)) {
      int usual = 6 + (day.getDayOfWeek().getValue() > 5 ? 5 : 0);
      int won = day.isBefore(begin) ? 0 : (int) TRUE_EFFECT;
      speak(ours, day, usual + won + chance.nextInt(3));
      for (UUID other : others) {
        speak(other, day, usual + chance.nextInt(3));
      }
    }
    spoken.hear();
    return others;
  }

  private void speak(UUID topic, LocalDate day, int people) {
    for (int i = 0; i < people; i++) {
      spoken.say(topic + "p" + i, day, "positive", topic);
    }
  }
}

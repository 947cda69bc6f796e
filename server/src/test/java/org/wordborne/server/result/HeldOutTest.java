package org.wordborne.server.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.result.RanCampaigns.PastCampaignDraft;
import org.wordborne.server.workspace.BadInputException;

/// Twelve people parted at noon of a campaign's second day: what they said before does not count.
class HeldOutTest {
  private final SpokenDays spoken = new SpokenDays();
  private final LocalDate begin = LocalDate.now(ZoneOffset.UTC).minusDays(9);
  private final UUID ours = spoken.topic("Fern");
  private final OffsetDateTime parted = at(1, 12);
  private final List<UUID> reached = Stream.generate(UUID::randomUUID).limit(6).toList();
  private final List<UUID> held = Stream.generate(UUID::randomUUID).limit(6).toList();

  /* 19/6 words each since, beside 7/6 of those held back, and nobody spoke in the time before: the
  difference is 2 each, 12 of all six. */
  @Test
  void effect_wordsSinceChancePartedThem_areAllThatCounts() {
    UUID campaign = campaign();
    int[] since = {2, 3, 4, 3, 2, 5};
    int[] others = {1, 2, 0, 1, 2, 1};
    plan(campaign);
    for (int i = 0; i < 6; i++) {
      say(reached.get(i), at(2, 9), since[i]);
      say(held.get(i), at(2, 9), others[i]);
    }
    say(UUID.randomUUID(), at(2, 9), 5);
    say(reached.getFirst(), parted.minusDays(30), 7);

    var effects = spoken.results(begin, begin.plusDays(6), campaign).effects();

    assertThat(effects)
        .extracting(one -> one.effect().measure())
        .containsExactly("glad-words", "words", "first");
    var glad = effects.getFirst();
    assertThat(glad.effect().why()).isEmpty();
    assertThat(glad.effect().effect()).isEqualTo(2, within(1e-9));
    assertThat(glad.total()).isEqualTo(12, within(1e-9));
    assertThat(glad.effect().sure()).isEqualTo("identified");
    assertThat(glad.evidence()).isEqualTo("seeds-glad");
    assertThat(words(campaign, "seeds-glad")).isEqualTo(26);
    assertThat(ReportCsv.of(spoken.results(begin, begin.plusDays(6), campaign)))
        .containsPattern("effect,glad-words,[^\n]*,12,a person,identified,")
        .containsPattern("effect-total,glad-words,[^\n]*,12,all who were reached,identified,");
  }

  @Test
  void effect_wordsBetweenStartAndLot_areNotCounted() {
    UUID campaign = campaign();
    plan(campaign);
    for (int i = 0; i < 6; i++) {
      say(reached.get(i), at(0, 13), 5);
      say(reached.get(i), at(2, 9), 1 + i % 2);
      say(held.get(i), at(2, 9), 1 + i % 2);
    }

    assertThat(words(campaign, "seeds")).isEqualTo(18);
    assertThat(words(campaign, "seeds-glad")).isEqualTo(18);
  }

  /* Its last day is the seventh. */
  @Test
  void effect_partedAfterTheEnd_isThatOfTheTopics() {
    UUID campaign = campaign();
    plan(campaign, at(7, 0));

    var effects = spoken.results(begin, begin.plusDays(6), campaign).effects();

    assertThat(effects)
        .extracting(one -> one.effect().measure())
        .containsExactly("glad", "people", "first");
  }

  @Test
  void words_ofNobodyHeldBack_areRefused() {
    UUID campaign = campaign();

    assertThatThrownBy(() -> words(campaign, "seeds")).isInstanceOf(BadInputException.class);
  }

  private int words(UUID campaign, String figure) {
    var asked = ServerFixture.bean(ResultFigures.class).ask(spoken.scope, null, null, campaign);
    return ServerFixture.bean(ResultWords.class)
        .of(spoken.scope, asked, figure, null, null)
        .count();
  }

  private OffsetDateTime at(int day, int hour) {
    return begin.plusDays(day).atTime(LocalTime.of(hour, 0)).atOffset(ZoneOffset.UTC);
  }

  private UUID campaign() {
    return ServerFixture.bean(RanCampaigns.class)
        .add(
            spoken.scope,
            new PastCampaignDraft(
                "Fern", begin.toString(), begin.plusDays(6).toString(), List.of(ours), null, 0));
  }

  private void plan(UUID campaign) {
    plan(campaign, parted);
  }

  private void plan(UUID campaign, OffsetDateTime taken) {
    UUID plan = UUID.randomUUID();
    run(
        """
        insert into seed_plan (workspace_id, id, campaign_id, made_at, made_by, asked, days,
          without, seed, graph_people, graph_arcs, reach, reach_low, reach_high, guarantee,
          compared, left_out, held, taken_at)
        values (?, ?, ?, now(), 'Ruth', 12, 180, '{}', 7, 30, 30, 1, 1, 1, .9, '[]', '[]', true, ?)\
        """,
        spoken.scope.workspace().value(),
        plan,
        campaign,
        taken);
    for (int i = 0; i < 12; i++) {
      run(
          """
          insert into seed_plan_person (workspace_id, plan_id, person_id, number, hear, gain,
            gain_low, gain_high, shared, held_back) values (?, ?, ?, ?, 1, 1, 1, 1, 0, ?)\
          """,
          spoken.scope.workspace().value(),
          plan,
          i < 6 ? reached.get(i) : held.get(i - 6),
          i + 1,
          i >= 6);
    }
  }

  private void say(UUID person, OffsetDateTime at, int words) {
    for (int i = 0; i < words; i++) {
      run(
          """
          insert into spoken (workspace_id, place, native_id, mention_id, person_id, thread_id, at,
            sentiment, counted) values (?, 'forum', ?, ?, ?, ?, ?, 'positive', true)\
          """,
          spoken.scope.workspace().value(),
          UUID.randomUUID().toString(),
          UUID.randomUUID(),
          person,
          UUID.randomUUID(),
          at);
    }
  }

  private void run(String sql, Object... values) {
    ServerFixture.transactions().run(spoken.scope, tx -> tx.sql(sql).params(values).update());
  }
}

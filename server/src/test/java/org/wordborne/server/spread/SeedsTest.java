package org.wordborne.server.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// Four small voices whom ten hear each, a star with followers whom nobody is known to hear, and
/// eight pairs: whom to ask follows from what people did.
class SeedsTest {
  private final Scope scope = ServerFixture.freshScope();
  private final SignedIn by = new SignedIn(null, scope.workspace(), "Ines", "owner");
  private final Seeds seeds = ServerFixture.bean(Seeds.class);
  private final List<UUID> trusted = new ArrayList<>();
  private UUID star = UUID.randomUUID();

  private void town() {
    for (int hub = 0; hub < 4; hub++) {
      UUID heard = person("trusted " + hub, 3, 12);
      trusted.add(heard);
      for (int i = 0; i < 10; i++) {
        UUID hearer = person("hearer " + hub + "-" + i, 1, 5);
        deed(hearer, heard, "repeats");
        deed(hearer, heard, "repeats");
        deed(hearer, heard, "thanks");
      }
    }
    star = person("star", 500, 90_000);
    deed(person("fan", 1, 1), star, "answers");
    for (int i = 0; i < 8; i++) {
      deed(person("left " + i, 9, 2_000 + i), person("right " + i, 1, 4), "answers");
    }
  }

  @Test
  void plan_fourAreHeardByTen_choosesThemBeforeTheStarAndTellsByHowMuch() {
    town();

    SeedPlanView plan = seeds.plan(by, ask(4, null));

    assertThat(plan.people())
        .extracting(one -> one.person().id())
        .containsExactlyInAnyOrderElementsOf(trusted);
    // Each hearer: 1 − exp(−(.3 + .3 + .15)) = .5276, capped at .5; so 4 + 40 · .5 hear.
    assertThat(plan.reach().middle()).isBetween(23.0, 25.0);
    assertThat(plan.reach().low()).isBetween(16.0, 21.0);
    assertThat(plan.reach().high()).isBetween(27.0, 32.0);
    assertThat(plan.guarantee()).isBetween(.5, 1.0);
    assertThat(reach(plan, "chosen")).isEqualTo(plan.reach().middle());
    assertThat(reach(plan, "most-followed")).isLessThan(6);
    assertThat(reach(plan, "loudest")).isLessThan(6);
    assertThat(plan.people()).allMatch(one -> one.hear() == 10);
    assertThat(seeds.get(scope, plan.id())).isEqualTo(plan);
    assertThat(plan.total()).isEqualTo("16.40 GBP");
  }

  @Test
  void plan_leftOutByHand_choosesOthersAndSaysWhy() {
    town();

    SeedPlanView plan = seeds.plan(by, ask(4, List.of(trusted.getFirst())));

    assertThat(plan.people())
        .extracting(one -> one.person().id())
        .doesNotContain(trusted.getFirst());
    assertThat(plan.leftOut()).hasSize(1);
    assertThat(plan.leftOut().getFirst().why()).isEqualTo("by-hand");
    assertThat(plan.leftOut().getFirst().hear()).isEqualTo(10);
  }

  @Test
  void take_holdingBack_partsInHalvesAndLeavesTheAskedInPeace() {
    town();
    SeedPlanView plan = seeds.plan(by, ask(4, null));
    UUID campaign = UUID.randomUUID();

    SeedPlanView taken = seeds.take(by, plan.id(), campaign, true);
    HeldBack held = seeds.heldBack(scope, campaign).orElseThrow();
    SeedPlanView next = seeds.plan(by, ask(4, null));

    assertThat(taken.heldBack()).isEqualTo(2);
    assertThat(held.seeded()).hasSize(2);
    assertThat(held.held()).hasSize(2).doesNotContainAnyElementsOf(held.seeded());
    assertThat(next.leftOut())
        .extracting(one -> one.person().id())
        .containsExactlyInAnyOrderElementsOf(held.seeded());
    assertThat(next.leftOut()).allMatch(one -> one.why().equals("asked"));
    assertThatThrownBy(() -> seeds.take(by, plan.id(), UUID.randomUUID(), false))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> seeds.take(by, next.id(), campaign, false))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void take_seedOfTheAsker_doesNotSayWhoIsHeldBack() {
    town();
    SeedPlanView plan = seeds.plan(by, ask(4, null));
    UUID campaign = UUID.randomUUID();

    SeedPlanView taken = seeds.take(by, plan.id(), campaign, true);

    long lot = Long.parseLong(taken.lot());
    var people = new ArrayList<>(plan.people().stream().map(one -> one.person().id()).toList());
    Collections.shuffle(people, new Random(lot));
    assertThat(plan.lot()).isNull();
    assertThat(lot).isNotEqualTo(7);
    assertThat(seeds.heldBack(scope, campaign).orElseThrow().held())
        .containsExactlyInAnyOrderElementsOf(people.subList(0, 2));
  }

  @Test
  void plan_sameSeed_isTheSame() {
    town();

    SeedPlanView one = seeds.plan(by, ask(6, null));
    SeedPlanView other = seeds.plan(by, ask(6, null));

    assertThat(one.people()).isEqualTo(other.people());
    assertThat(one.compared()).isEqualTo(other.compared());
  }

  @Test
  void graph_ofAPlan_drawsTheChosenAndThoseAroundThem() {
    town();
    SeedPlanView plan = seeds.plan(by, ask(4, null));

    SeedGraphView graph = seeds.graph(scope, plan.id());

    assertThat(graph.people()).hasSize(44);
    assertThat(graph.of()).isEqualTo(62);
    assertThat(graph.arcs()).hasSize(40).allMatch(arc -> arc.deeds() == 3);
    assertThat(graph.people().stream().filter(one -> one.number() != null)).hasSize(4);
  }

  @Test
  void plan_fewPeopleOrOddNumbers_isRefusedWithTheNumber() {
    deed(person("a", 1, 1), person("b", 1, 1), "answers");

    assertThatThrownBy(() -> seeds.plan(by, ask(4, null)))
        .isInstanceOf(ConflictException.class)
        .hasMessageStartingWith("2 people are known to hear one another");
    assertThatThrownBy(() -> seeds.plan(by, ask(0, null))).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> seeds.plan(by, ask(101, null))).isInstanceOf(BadInputException.class);
  }

  private static SeedPlanAsk ask(int people, List<UUID> without) {
    return new SeedPlanAsk(null, people, "4.10 GBP", 180, without, 7L);
  }

  private static double reach(SeedPlanView plan, String name) {
    return plan.compared().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow()
        .reach()
        .middle();
  }

  private UUID person(String name, int words, long followers) {
    UUID id = UUID.randomUUID();
    ServerFixture.transactions()
        .run(
            scope,
            tx ->
                tx.sql(
                        """
                        insert into person (workspace_id, id, name, words, hear)
                        values (?, ?, ?, ?, ?)
                        """)
                    .params(scope.workspace().value(), id, name, words, followers)
                    .update());
    return id;
  }

  private void deed(UUID who, UUID whom, String deed) {
    ServerFixture.transactions()
        .run(
            scope,
            tx ->
                tx.sql(
                        """
                        insert into trust_edge (workspace_id, from_person, to_person, deed,
                          mention_id, at) values (?, ?, ?, ?, ?, ?)
                        """)
                    .params(
                        scope.workspace().value(),
                        who,
                        whom,
                        deed,
                        UUID.randomUUID(),
                        Instant.now().atOffset(ZoneOffset.UTC))
                    .update());
  }
}

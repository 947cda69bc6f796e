package org.wordborne.server.spread;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wordborne.network.SeedSet;
import org.wordborne.server.person.People;
import org.wordborne.server.person.TrustArcs;
import org.wordborne.server.spread.SeedPlanView.SeedReach;
import org.wordborne.server.spread.VoiceGraphs.NamedGraph;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Whom to ask to hear first, so that a word gets far: by who is known to hear whom, not by
/// followers.
///
/// A plan is kept as it was made. Once a campaign takes it, half of its people may be held back by
/// chance, so that the difference they make can be measured.
@Component
public class Seeds {
  private static final int USUAL_PEOPLE = 12;
  private static final int MOST_PEOPLE = 100;
  private static final int USUAL_DAYS = 180;
  private static final int MOST_DAYS = 730;
  private static final int LEAST_GRAPH = 25;
  private static final int MOST_ARCS = 2_000_000;
  private static final int MOST_WITHOUT = 1_000;
  private static final Duration SPOKE = Duration.ofDays(60);

  private final Transactions transactions;
  private final VoiceGraphs graphs;
  private final People people;
  private final Topics topics;
  private final ObjectProvider<SeedExclusions> exclusions;
  private final SeedViews views;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom chance;

  Seeds(
      Transactions transactions,
      VoiceGraphs graphs,
      People people,
      Topics topics,
      ObjectProvider<SeedExclusions> exclusions,
      SeedViews views,
      Ids ids,
      InstantSource clock,
      SecureRandom chance) {
    this.transactions = transactions;
    this.graphs = graphs;
    this.people = people;
    this.topics = topics;
    this.exclusions = exclusions;
    this.views = views;
    this.ids = ids;
    this.clock = clock;
    this.chance = chance;
  }

  /// Chooses, and keeps the plan.
  ///
  /// @throws ConflictException if too few people are known to hear one another
  public SeedPlanView plan(SignedIn by, SeedPlanAsk ask) {
    Scope scope = by.scope();
    Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    int days = within("days", ask.days(), USUAL_DAYS, MOST_DAYS);
    int count = within("people", ask.people(), USUAL_PEOPLE, MOST_PEOPLE);
    Money each = each(ask.each());
    NamedGraph graph = graphs.of(scope, now.minus(Duration.ofDays(days)));
    bounded(graph);
    Map<UUID, String> leftOut = leftOut(scope, graph, ask, now);
    Set<UUID> allowed = allowed(scope, graph, ask.topicId(), leftOut, now);
    if (allowed.size() < count) {
      throw new ConflictException(
          "%d people can be asked, %d were to be chosen.".formatted(allowed.size(), count));
    }
    long seed = ask.seed() == null ? chance.nextInt(1_000_000_000) : ask.seed();
    var search = new SeedSearches(graph, allowed, seed);
    SeedSet chosen = search.choose(count);
    SeedReach reach = search.reach(chosen.seeds());
    var rows = people.rows(scope, graph.people());
    var plan =
        new SeedPlanBook.Plan(
            ids.next(),
            null,
            ask.topicId(),
            now,
            by.name(),
            days,
            each,
            ask.without() == null ? List.of() : ask.without(),
            seed,
            graph.people().size(),
            graph.arcs().size(),
            reach,
            chosen.guarantee(),
            search.compared(chosen.seeds(), reach, rows),
            told(graph, leftOut),
            chosen(graph, chosen),
            null);
    transactions.run(scope, tx -> SeedPlanBook.insert(tx, scope, plan));
    return views.view(scope, plan);
  }

  private static int within(String field, @Nullable Integer asked, int usual, int most) {
    int value = asked == null ? usual : asked;
    if (value < 1 || value > most) {
      throw new BadInputException(field, value, "From 1 to " + most + ".");
    }
    return value;
  }

  private static @Nullable Money each(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Money each = Money.of("each", text);
    if (each.minor() < 0) {
      throw new BadInputException("each", text, "A sample costs nothing or more.");
    }
    return each;
  }

  private static void bounded(NamedGraph graph) {
    if (graph.people().size() < LEAST_GRAPH) {
      throw new ConflictException(
          "%d people are known to hear one another; with fewer than %d nobody can be chosen well."
              .formatted(graph.people().size(), LEAST_GRAPH));
    }
    if (graph.arcs().size() > MOST_ARCS) {
      throw new BadInputException(
          "days", graph.arcs().size(), "More than 2,000,000 pairs; look back fewer days.");
    }
  }

  /// Those of the graph who may not be asked, and why; what was said by hand comes first.
  private Map<UUID, String> leftOut(Scope scope, NamedGraph graph, SeedPlanAsk ask, Instant now) {
    var without = new HashMap<UUID, String>();
    exclusions.stream().forEach(known -> without.putAll(known.without(scope, now)));
    List<UUID> byHand = ask.without() == null ? List.of() : ask.without();
    if (byHand.size() > MOST_WITHOUT) {
      throw new BadInputException("without", byHand.size(), "At most 1,000 people.");
    }
    byHand.forEach(person -> without.put(person, "by-hand"));
    without.keySet().retainAll(Set.copyOf(graph.people()));
    return without;
  }

  private Set<UUID> allowed(
      Scope scope, NamedGraph graph, @Nullable UUID topic, Map<UUID, String> leftOut, Instant now) {
    var allowed = new HashSet<>(graph.people());
    allowed.removeAll(leftOut.keySet());
    if (topic != null) {
      if (topics.find(scope, topic).isEmpty()) {
        throw new NotFoundException("There is no topic " + topic + ".");
      }
      var handles = transactions.in(scope, tx -> SeedPlanBook.spokeOf(tx, topic, now.minus(SPOKE)));
      allowed.retainAll(Set.copyOf(people.peopleOf(scope, handles).values()));
    }
    return allowed;
  }

  private static List<SeedPlanBook.LeftOut> told(NamedGraph graph, Map<UUID, String> leftOut) {
    var numbers = graph.numbers();
    return leftOut.entrySet().stream()
        .map(
            one ->
                new SeedPlanBook.LeftOut(
                    one.getKey().toString(),
                    one.getValue(),
                    graph.graph().followers(numbers.getOrDefault(one.getKey(), 0))))
        .sorted(Comparator.comparingInt((SeedPlanBook.LeftOut one) -> -one.hear()))
        .toList();
  }

  private static List<SeedPlanBook.Chosen> chosen(NamedGraph graph, SeedSet set) {
    int[] seeds = set.seeds();
    var shared = SeedSearches.shared(graph, seeds);
    var chosen = new ArrayList<SeedPlanBook.Chosen>();
    for (int i = 0; i < seeds.length; i++) {
      UUID person = graph.people().get(seeds[i]);
      var gain = set.gains()[i];
      chosen.add(
          new SeedPlanBook.Chosen(
              person,
              i + 1,
              graph.graph().followers(seeds[i]),
              new SeedReach(gain.estimate(), gain.lower(), gain.upper()),
              shared.get(i),
              strongest(graph, person),
              false));
    }
    return chosen;
  }

  private static @Nullable UUID strongest(NamedGraph graph, UUID person) {
    return graph.arcs().stream()
        .filter(arc -> arc.from().equals(person))
        .max(Comparator.comparingDouble(TrustArcs.Arc::chance))
        .map(TrustArcs.Arc::newest)
        .orElse(null);
  }

  /// A plan as it was made.
  public SeedPlanView get(Scope scope, UUID plan) {
    return views.view(scope, find(scope, plan));
  }

  /// The newest plans, in short.
  List<SeedPlanView> newest(Scope scope, int most) {
    return transactions.in(scope, tx -> SeedPlanBook.newest(tx, most)).stream()
        .map(plan -> views.view(scope, plan))
        .toList();
  }

  /// Those chosen and whom they stand among, to be drawn.
  SeedGraphView graph(Scope scope, UUID id) {
    SeedPlanBook.Plan plan = find(scope, id);
    Instant since = plan.madeAt().minus(Duration.ofDays(plan.days()));
    return views.graph(scope, plan, graphs.of(scope, since));
  }

  private SeedPlanBook.Plan find(Scope scope, UUID id) {
    return transactions
        .in(scope, tx -> SeedPlanBook.find(tx, id))
        .orElseThrow(() -> new NotFoundException("There is no plan " + id + "."));
  }

  /// Gives a plan to a campaign.
  ///
  /// @param holdBack whether half of its people are left out by chance, so that the difference the
  ///     others make can be measured
  /// @throws ConflictException if it is taken, or the campaign has seeds
  public SeedPlanView take(SignedIn by, UUID id, UUID campaign, boolean holdBack) {
    Scope scope = by.scope();
    transactions.run(
        scope,
        tx -> {
          if (tx.sql("select id from seed_plan where id = ? for update")
              .param(id)
              .query(UUID.class)
              .list()
              .isEmpty()) {
            throw new NotFoundException("There is no plan " + id + ".");
          }
          SeedPlanBook.Plan plan = SeedPlanBook.find(tx, id).orElseThrow();
          if (plan.campaign() != null) {
            throw new ConflictException("These people were taken by a campaign already.");
          }
          refuseObjected(scope, plan);
          if (!SeedPlanBook.ofCampaign(tx, campaign).isEmpty()) {
            throw new ConflictException("The campaign has its people already.");
          }
          if (holdBack && plan.chosen().size() < 2) {
            throw new ConflictException("Of one person no half can be held back.");
          }
          long lot = chance.nextLong();
          SeedPlanBook.take(
              tx, id, campaign, lot, holdBack ? half(plan, lot) : List.of(), clock.instant());
        });
    return get(scope, id);
  }

  /* Some may have asked for peace since the plan was made. */
  private void refuseObjected(Scope scope, SeedPlanBook.Plan plan) {
    var objected = new HashMap<UUID, String>();
    exclusions.stream().forEach(known -> objected.putAll(known.without(scope, clock.instant())));
    long count =
        plan.chosen().stream().filter(one -> "objected".equals(objected.get(one.person()))).count();
    if (count > 0) {
      throw new ConflictException(
          "%d of these people asked not to be written to; choose again.".formatted(count));
    }
  }

  /* Chance alone decides, by a lot that nobody knew before and that the plan shows from then on: by
  the rule of docs/seeds.md anyone can do it again. */
  private static List<UUID> half(SeedPlanBook.Plan plan, long lot) {
    var people = new ArrayList<>(plan.chosen().stream().map(SeedPlanBook.Chosen::person).toList());
    Collections.shuffle(people, new Random(lot));
    return people.subList(0, people.size() / 2);
  }

  /// How the seeds of a campaign were parted, if half of them were held back.
  public Optional<HeldBack> heldBack(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx -> {
          var seeded = new ArrayList<UUID>();
          var held = new ArrayList<UUID>();
          var at = new ArrayList<OffsetDateTime>();
          tx.sql(
                  """
                  select o.person_id, o.held_back, p.taken_at from seed_plan p
                  join seed_plan_person o on o.workspace_id = p.workspace_id and o.plan_id = p.id
                  where p.campaign_id = :campaign and p.held order by o.number
                  """)
              .param("campaign", campaign)
              .query(
                  (row, _) -> {
                    at.add(row.getObject(3, OffsetDateTime.class));
                    return (row.getBoolean(2) ? held : seeded).add(row.getObject(1, UUID.class));
                  })
              .list();
          return at.isEmpty()
              ? Optional.empty()
              : Optional.of(new HeldBack(seeded, held, at.getFirst().toInstant()));
        });
  }
}

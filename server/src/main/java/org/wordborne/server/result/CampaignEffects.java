package org.wordborne.server.result;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.effect.Inference;
import org.wordborne.effect.Lift;
import org.wordborne.effect.LiftSettings;
import org.wordborne.effect.Method;
import org.wordborne.effect.Panel;
import org.wordborne.effect.Placebo;
import org.wordborne.server.result.CostBook.Confounder;
import org.wordborne.server.result.effect.EffectDesk;
import org.wordborne.server.result.effect.EffectView;
import org.wordborne.server.spread.HeldBack;
import org.wordborne.server.spread.Seeds;
import org.wordborne.server.topic.Topic;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Which difference a campaign made.
///
/// Where half the seeds were held back, both halves are compared; else the campaign's topics with a
/// mixture of topics it did not touch. A topic counts as touched if this or another campaign of
/// the same weeks speaks to it, if it is a rival's, or if it shares more than a tenth of its words
/// with the campaign's.
@Component
class CampaignEffects {
  private static final int LEAST_DONORS = 5;
  private static final int LEAST_DAYS = 28;
  private static final int DAYS_BEFORE = 56;
  private static final int MOST_PLACEBOS = 40;
  private static final int UNTIL_KNOWN = 7;
  private static final String TOUCHED = "the campaign";

  private final Transactions transactions;
  private final EffectDesk desk;
  private final RanCampaigns campaigns;
  private final TopicRoles roles;
  private final Topics topics;
  private final CostBook costs;
  private final Seeds seeds;
  private final InstantSource clock;

  CampaignEffects(
      Transactions transactions,
      EffectDesk desk,
      RanCampaigns campaigns,
      TopicRoles roles,
      Topics topics,
      CostBook costs,
      Seeds seeds,
      InstantSource clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.campaigns = campaigns;
    this.roles = roles;
    this.topics = topics;
    this.costs = costs;
    this.seeds = seeds;
    this.clock = clock;
  }

  /// The effects of a campaign on all that is measured of it, and on what cannot be.
  List<EffectView> of(Scope scope, Ran campaign) {
    var effects = new ArrayList<EffectView>();
    for (Measure measure : Measure.values()) {
      effects.add(of(scope, campaign, measure));
    }
    var spoilt = confounding(scope, campaign, "turnover");
    if (!spoilt.isEmpty()) {
      String why = "At the same time: " + String.join("; ", spoilt) + ".";
      effects.add(none("turnover", "not-identifiable", why, 0));
    }
    return List.copyOf(effects);
  }

  /// The effect on one measure.
  EffectView of(Scope scope, Ran campaign, Measure measure) {
    HeldSpan held = measure == Measure.FIRST ? null : held(scope, campaign);
    if (held != null) {
      return desk.holdOut(
          scope,
          held.people(),
          held.from(),
          held.to(),
          measure == Measure.GLAD ? "glad-words" : "words");
    }
    return transactions.in(scope, tx -> synthetic(scope, tx, campaign, measure));
  }

  /// The people of a campaign's plan, and the time in which its halves are compared.
  record HeldSpan(HeldBack people, Instant from, Instant to) {}

  /// The halves by which a campaign is measured; null where none or too few were held back, or only
  /// after its end.
  @Nullable HeldSpan held(Scope scope, Ran campaign) {
    HeldBack held = seeds.heldBack(scope, campaign.id()).orElse(null);
    if (held == null
        || held.seeded().size() < EffectDesk.LEAST_A_SIDE
        || held.held().size() < EffectDesk.LEAST_A_SIDE) {
      return null;
    }
    Instant from = later(campaign.from(), held.at());
    return from.isBefore(campaign.to()) ? new HeldSpan(held, from, campaign.to()) : null;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private EffectView synthetic(Scope scope, JdbcClient tx, Ran campaign, Measure measure) {
    Instant now = clock.instant();
    Days after = campaign.whole(LocalDate.ofInstant(now, ZoneOffset.UTC));
    if (after == null) {
      return noDay(measure, campaign.to().isAfter(now));
    }
    LocalDate known = DayBook.first(tx).orElse(after.from());
    LocalDate usable = measure == Measure.FIRST ? known.plusDays(UNTIL_KNOWN) : known;
    LocalDate first = latest(usable, campaign.eve().minusDays(DAYS_BEFORE - 1L));
    var before = new Days(first, campaign.eve());
    if (before.count() < LEAST_DAYS) {
      int days = Math.max(0, before.count());
      return none(
          measure.word(),
          "not-identifiable",
          say("Only %d days before it are known; %d are needed to compare.", days, LEAST_DAYS),
          0);
    }
    var touched = touched(scope, campaign);
    if (touched.isEmpty()) {
      return none(
          measure.word(),
          "not-identifiable",
          "It names no topic, and none is marked as ours, so that all is touched by it.",
          0);
    }
    var donors = donors(scope, tx, campaign, touched, new Days(first, after.to()));
    if (donors.size() < LEAST_DONORS) {
      return none(
          measure.word(),
          "not-identifiable",
          say(
              "Only %d topics were left untouched; %d are needed to compare with.",
              donors.size(), LEAST_DONORS),
          donors.size());
    }
    var panel = panel(tx, touched, donors, before, after, measure);
    var effect =
        desk.synthetic(
            measure.word(),
            panel,
            TOUCHED,
            after.from().toString(),
            confounding(scope, campaign, measure.word()));
    boolean told = measure != Measure.GLAD || !effect.placebos().isEmpty();
    return effect.effect() == null || told ? effect : withPlacebos(effect, panel, after.from());
  }

  /* Each topic it did not touch in its place: what chance alone brings. */
  private static EffectView withPlacebos(EffectView effect, Panel panel, LocalDate begin) {
    var settings = LiftSettings.usual().withLevel(effect.level()).withInference(Inference.PLACEBO);
    var placebos =
        Lift.of(panel, Set.of(TOUCHED), begin.toString(), Method.AUTO, settings).placebos().stream()
            .map(Placebo::effect)
            .limit(MOST_PLACEBOS)
            .toList();
    return new EffectView(
        effect.measure(),
        effect.effect(),
        effect.relative(),
        effect.total(),
        effect.low(),
        effect.high(),
        effect.level(),
        effect.p(),
        effect.sure(),
        effect.why(),
        effect.method(),
        effect.fit(),
        effect.path(),
        placebos,
        effect.n());
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /// The topics on which a campaign is measured.
  Set<UUID> touched(Scope scope, Ran campaign) {
    if (!campaign.topics().isEmpty()) {
      return campaign.topics();
    }
    return roles.ours(scope);
  }

  private Set<UUID> donors(Scope scope, JdbcClient tx, Ran campaign, Set<UUID> touched, Days days) {
    Set<UUID> donors =
        topics.all(scope).stream().map(Topic::id).collect(Collectors.toCollection(HashSet::new));
    donors.removeAll(touched);
    donors.removeAll(roles.rivals(scope));
    for (Ran other : campaigns.all(scope)) {
      if (!other.id().equals(campaign.id()) && other.meets(days)) {
        donors.removeAll(touched(scope, other));
      }
    }
    donors.removeAll(DayBook.entangled(tx, touched, days));
    return donors;
  }

  private static Panel panel(
      JdbcClient tx,
      Set<UUID> touched,
      Set<UUID> donors,
      Days before,
      Days after,
      Measure measure) {
    /* The day on which it began is neither before it nor after. */
    var times = Stream.concat(before.each(), after.each()).toList();
    var days = new Days(before.from(), after.to());
    var units = new ArrayList<String>(List.of(TOUCHED));
    var rows = new ArrayList<double[]>();
    rows.add(row(DayBook.series(tx, touched, days, measure), times));
    var each = DayBook.seriesOfEach(tx, donors, days, measure);
    for (UUID donor : donors.stream().sorted().toList()) {
      units.add(donor.toString());
      rows.add(row(each.getOrDefault(donor, Map.of()), times));
    }
    var names = times.stream().map(LocalDate::toString).toList();
    return Panel.of(units, names, rows.toArray(double[][]::new));
  }

  private static double[] row(Map<LocalDate, Integer> counts, List<LocalDate> times) {
    return times.stream().mapToDouble(day -> counts.getOrDefault(day, 0)).toArray();
  }

  /* What was typed, and other campaigns that spoke to the same people on the same days. */
  private List<String> confounding(Scope scope, Ran campaign, String measure) {
    var reasons = new ArrayList<String>();
    for (Confounder typed : costs.confounders(scope)) {
      if (typed.spoils(measure) && campaign.meets(typed.days())) {
        reasons.add(typed.what().replaceAll("[.\\s]+$", ""));
      }
    }
    if (measure.equals("turnover")) {
      return reasons;
    }
    for (Ran other : campaigns.all(scope)) {
      boolean same =
          !other.id().equals(campaign.id())
              && other.meets(campaign)
              && touched(scope, other).stream().anyMatch(touched(scope, campaign)::contains);
      if (same) {
        reasons.add("the campaign " + other.name());
      }
    }
    return reasons;
  }

  private static EffectView noDay(Measure measure, boolean runs) {
    return runs
        ? none(measure.word(), "not-yet", "No whole day of it is known.", 0)
        : none(measure.word(), "not-identifiable", "No whole day of UTC lies within it.", 0);
  }

  private static EffectView none(String measure, String sure, String why, int n) {
    return new EffectView(
        measure, null, null, null, null, null, .9, null, sure, why, "", null, List.of(), List.of(),
        n);
  }

  private static String say(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}

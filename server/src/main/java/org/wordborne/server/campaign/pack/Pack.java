package org.wordborne.server.campaign.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.campaign.pack.Condition.Known;
import org.wordborne.server.workspace.Money;
import tools.jackson.databind.JsonNode;

/// The law of one place as data: rules with their sources, and tests of themselves.
public final class Pack {
  /// What a pack may speak of; on which of these it says nothing is shown as a hole.
  public static final List<String> TOPICS =
      List.of(
          "lottery",
          "freeRoute",
          "age",
          "registration",
          "bond",
          "notice",
          "language",
          "prizeLimit",
          "prizeKind",
          "drawMethod",
          "judging",
          "witness",
          "dataPlace",
          "records",
          "winnersList",
          "tax",
          "delivery",
          "unclaimed",
          "advertising",
          "disclosure",
          "platform");

  private final String jurisdiction;
  private final @Nullable String parent;
  private final String version;
  private final LocalDate validFrom;
  private final @Nullable LocalDate validTo;
  private final List<PackRule> rules;
  private final List<Test> tests;

  /* One of a pack's own tests. */
  record Test(Facts facts, List<String> expect) {}

  Pack(
      String jurisdiction,
      @Nullable String parent,
      String version,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      List<PackRule> rules,
      List<Test> tests) {
    this.jurisdiction = jurisdiction;
    this.parent = parent;
    this.version = version;
    this.validFrom = validFrom;
    this.validTo = validTo;
    this.rules = rules;
    this.tests = tests;
  }

  /// Reads a pack.
  ///
  /// @throws PackException if it breaks the schema; the message names the rule and the field
  public static Pack read(JsonNode json) throws PackException {
    return PackReader.read(json);
  }

  /// Its place, as `US-NY`.
  public String jurisdiction() {
    return jurisdiction;
  }

  /// The place it is a part of, if it is of one.
  public Optional<String> parent() {
    return Optional.ofNullable(parent);
  }

  /// Its version, as `2026.1`.
  public String version() {
    return version;
  }

  /// When the source that was read longest ago was read.
  public LocalDate readOn() {
    return rules.stream()
        .map(rule -> rule.source().readOn())
        .min(LocalDate::compareTo)
        .orElse(validFrom);
  }

  /// The topics on which it says nothing.
  public List<String> notLookedUp() {
    var spoken = new HashSet<String>();
    rules.forEach(rule -> spoken.add(rule.topic()));
    return TOPICS.stream().filter(topic -> !spoken.contains(topic)).toList();
  }

  /// What it says to a promotion that begins on a day.
  public List<PackFinding> judge(Facts facts, @Nullable LocalDate start) {
    var found = new LinkedHashMap<String, PackFinding>();
    var asked = new LinkedHashMap<String, PackFinding>();
    var near = new ArrayList<PackFinding>();
    var open = new HashSet<String>();
    validity(start).ifPresent(finding -> found.put(finding.rule(), finding));
    for (PackRule rule : rules) {
      var known = new Known(facts, found.keySet(), open);
      var missing = new TreeSet<String>();
      switch (speaks(rule, known, missing)) {
        case YES -> found.put(rule.id(), finding(rule, facts));
        case UNKNOWN -> {
          open.add(rule.id());
          missing.forEach(fact -> asked.putIfAbsent(fact, question(rule, fact)));
        }
        case NO -> {
          if (isNear(rule.when(), known)) {
            near.add(near(rule));
          }
        }
      }
    }
    var all = new ArrayList<PackFinding>(found.values());
    all.addAll(asked.values());
    all.addAll(near);
    return List.copyOf(all);
  }

  private static Truth speaks(PackRule rule, Known known, Set<String> missing) {
    Truth when = rule.when().holds(known, missing);
    PackRule.Limit limit = rule.limit();
    if (when != Truth.YES || limit == null) {
      return when;
    }
    Money held = known.facts().money(limit.fact()).orElse(null);
    if (held == null) {
      missing.add(limit.fact());
      return Truth.UNKNOWN;
    }
    BigDecimal most = limit.atMost().in(held.currency(), known.facts(), missing);
    return most == null
        ? Truth.UNKNOWN
        : Truth.of(Condition.Amounts.decimal(held).compareTo(most) > 0);
  }

  private PackFinding finding(PackRule rule, Facts facts) {
    return new PackFinding(
        jurisdiction,
        version,
        rule.id(),
        rule.topic(),
        rule.level(),
        rule.text(),
        rule.task() == null ? null : rule.task().on(facts),
        rule.clause(),
        rule.remedy(),
        rule.source());
  }

  private PackFinding question(PackRule rule, String fact) {
    var text = FactName.named(fact).map(FactName::question).orElse(Map.of("en", fact, "de", fact));
    return said("ask:" + fact, rule.topic(), "ask", text, rule.source());
  }

  private PackFinding near(PackRule rule) {
    return said(
        "near:" + rule.id(),
        rule.topic(),
        "warn",
        Map.of(
            "en", "Within 10 % of a line. Above it this holds: " + rule.text().get("en"),
            "de", "Weniger als 10 % unter einer Grenze. Darüber gilt: " + rule.text().get("de")),
        rule.source());
  }

  private PackFinding said(
      String id, String topic, String level, Map<String, String> text, PackSource source) {
    return new PackFinding(
        jurisdiction, version, id, topic, level, text, null, "", List.of(), source);
  }

  private Optional<PackFinding> validity(@Nullable LocalDate start) {
    boolean fits =
        start == null || !start.isBefore(validFrom) && (validTo == null || !start.isAfter(validTo));
    if (fits) {
      return Optional.empty();
    }
    return Optional.of(
        new PackFinding(
            jurisdiction,
            version,
            "not-for-this-start",
            "lottery",
            "must",
            Map.of(
                "en",
                "This pack speaks for starts from "
                    + validFrom
                    + (validTo == null ? "" : " to " + validTo)
                    + " only.",
                "de",
                "Dieses Paket gilt nur für einen Beginn ab "
                    + validFrom
                    + (validTo == null ? "" : " bis " + validTo)
                    + "."),
            null,
            "",
            List.of("moveStart"),
            null));
  }

  private static boolean isNear(Condition when, Known known) {
    return switch (when) {
      case Condition.Over over -> over.isNear(known);
      case Condition.All(var parts) -> nearOf(parts, known);
      default -> false;
    };
  }

  /* Only the line keeps it from speaking. */
  private static boolean nearOf(List<Condition> parts, Known known) {
    boolean near = false;
    for (Condition part : parts) {
      if (part.holds(known, new TreeSet<>()) != Truth.YES) {
        if (!isNear(part, known)) {
          return false;
        }
        near = true;
      }
    }
    return near;
  }

  /// A test of the pack that failed.
  ///
  /// @param number from 1, as they stand in the pack
  public record Failed(int number, List<String> expected, List<String> found) {}

  /// How many tests it brings.
  public int tests() {
    return tests.size();
  }

  /// Runs the pack's own tests.
  public List<Failed> failed() {
    var failed = new ArrayList<Failed>();
    for (int i = 0; i < tests.size(); i++) {
      Test test = tests.get(i);
      List<String> found =
          judge(test.facts(), validFrom).stream()
              .map(PackFinding::rule)
              .filter(rule -> !rule.startsWith("near:") || test.expect().contains(rule))
              .sorted()
              .toList();
      if (!found.equals(test.expect().stream().sorted().toList())) {
        failed.add(new Failed(i + 1, test.expect(), found));
      }
    }
    return List.copyOf(failed);
  }
}

package org.wordborne.server.campaign.contest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wordborne.text.Fingerprint;

/// Finds entries that look as if one hand had made them.
///
/// Entries are joined that share a rare attribute: a mailbox, a mail pattern, equal gaps in time,
/// the same long words, a referrer of silent leaves. A network address never joins: a class of
/// thirty sits behind one. It only adds a little where something else joined them already. What
/// more than fifty share is not rare, but for one mailbox and equal gaps, which honest strangers
/// never share. The weights are starting values of ours, see `docs/formulas.md`, Fraud.
final class FraudSignals {
  static final double MAILBOX = 4;
  static final double PATTERN = 2.5;
  static final double GAPS = 2;
  static final double STAR = 2;
  static final double WORDS = 1.5;
  static final double FAST = 1.2;
  static final double ADDRESS = .8;
  static final double RELAY = -.3;
  private static final int NOT_RARE = 50;
  private static final int LEAST_PATTERN = 3;
  private static final int LEAST_STAR = 5;
  private static final int LEAST_GAPS = 4;
  private static final double GAP_LIKENESS = .05;
  private static final int ALIKE = 3;
  private static final long FAST_MILLIS = 2_000;

  private final List<FraudEntry> entries;
  private final int[] parent;
  private final List<Set<String>> kinds;
  private final Set<UUID> referrers = new HashSet<>();

  private FraudSignals(List<FraudEntry> entries) {
    this.entries = entries;
    this.parent = new int[entries.size()];
    Arrays.setAll(parent, i -> i);
    this.kinds = new ArrayList<>();
    for (FraudEntry entry : entries) {
      kinds.add(new HashSet<>());
      if (entry.referrer() != null) {
        referrers.add(entry.referrer());
      }
    }
  }

  /// All entries, each in exactly one component; the heaviest component first.
  static List<FraudComponent> judge(Collection<FraudEntry> all) {
    var sorted = all.stream().sorted(Comparator.comparing(FraudEntry::at)).toList();
    var signals = new FraudSignals(sorted);
    signals.link();
    return signals.components();
  }

  private void link() {
    join("mailbox", 2, Integer.MAX_VALUE, FraudEntry::box);
    join("pattern", LEAST_PATTERN, NOT_RARE, FraudEntry::pattern);
    join("star", LEAST_STAR, NOT_RARE, this::silentReferrer);
    joinEqualGaps(FraudEntry::address);
    joinEqualGaps(FraudEntry::box);
    joinEqualGaps(FraudEntry::pattern);
    joinAlike();
  }

  private String silentReferrer(FraudEntry entry) {
    boolean silent = !referrers.contains(entry.id());
    return entry.referrer() == null || !silent ? "" : entry.referrer().toString();
  }

  private Map<String, List<Integer>> by(Function<FraudEntry, String> attribute) {
    var groups = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < entries.size(); i++) {
      String value = attribute.apply(entries.get(i));
      if (!value.isEmpty()) {
        groups.computeIfAbsent(value, _ -> new ArrayList<>()).add(i);
      }
    }
    return groups;
  }

  private void join(String kind, int least, int most, Function<FraudEntry, String> attribute) {
    for (List<Integer> group : by(attribute).values()) {
      if (group.size() >= least && group.size() <= most) {
        join(kind, group);
      }
    }
  }

  private void join(String kind, List<Integer> group) {
    for (int one : group) {
      parent[root(one)] = root(group.getFirst());
      kinds.get(one).add(kind);
    }
  }

  private int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private void joinEqualGaps(Function<FraudEntry, String> attribute) {
    for (List<Integer> group : by(attribute).values()) {
      int from = 0;
      for (int i = 2; i <= group.size(); i++) {
        boolean goesOn = i < group.size() && alike(gap(group, from + 1), gap(group, i));
        if (!goesOn) {
          if (i - 1 - from >= LEAST_GAPS) {
            join("gaps", group.subList(from, i));
          }
          from = i - 1;
        }
      }
    }
  }

  private double gap(List<Integer> group, int i) {
    var before = entries.get(group.get(i - 1)).at();
    return Duration.between(before, entries.get(group.get(i)).at()).toNanos() / 1e9;
  }

  private static boolean alike(double a, double b) {
    return Math.abs(a - b) <= GAP_LIKENESS * Math.max(a, b) + .02;
  }

  /* Near prints agree in one of four quarters at least, as three bits differ at most. */
  private void joinAlike() {
    for (int quarter = 0; quarter < 4; quarter++) {
      int shift = 16 * quarter;
      var groups =
          by(one -> one.longWords() ? Long.toString((one.print() >>> shift) & 0xffff) : "");
      groups.values().forEach(this::joinNear);
    }
  }

  private void joinNear(List<Integer> group) {
    if (group.size() > 20 * NOT_RARE) {
      return; // Everybody says it: nobody stands out.
    }
    for (int i : group) {
      long print = entries.get(i).print();
      var near =
          group.stream()
              .filter(j -> Fingerprint.distance(print, entries.get(j).print()) <= ALIKE)
              .toList();
      if (near.size() > 1 && near.size() <= NOT_RARE) {
        join("words", near);
      }
    }
  }

  private List<FraudComponent> components() {
    var members = new LinkedHashMap<Integer, List<Integer>>();
    for (int i = 0; i < entries.size(); i++) {
      members.computeIfAbsent(root(i), _ -> new ArrayList<>()).add(i);
    }
    return members.values().stream()
        .map(this::component)
        .sorted(Comparator.comparingDouble(FraudComponent::score).reversed())
        .toList();
  }

  private FraudComponent component(List<Integer> members) {
    var inside = members.stream().map(entries::get).toList();
    var counts = new HashMap<String, Integer>();
    members.forEach(i -> kinds.get(i).forEach(kind -> counts.merge(kind, 1, Integer::sum)));
    var reasons = new ArrayList<FraudReason>();
    boolean relayed = inside.stream().anyMatch(FraudEntry::relay);
    counts.forEach(
        (kind, count) ->
            reasons.add(new FraudReason(kind, count, value(kind, members), weight(kind, relayed))));
    fast(inside, reasons);
    address(inside, reasons, !counts.isEmpty());
    reasons.sort(Comparator.comparingDouble(FraudReason::weight).reversed());
    double score = reasons.stream().mapToDouble(FraudReason::weight).sum();
    return new FraudComponent(
        inside.stream().sorted(Comparator.comparingInt(FraudEntry::number)).toList(),
        score,
        List.copyOf(reasons));
  }

  private static double weight(String kind, boolean relayed) {
    return switch (kind) {
      case "mailbox" -> MAILBOX + (relayed ? RELAY : 0);
      case "pattern" -> PATTERN + (relayed ? RELAY : 0);
      case "gaps" -> GAPS;
      case "star" -> STAR;
      default -> WORDS;
    };
  }

  private double value(String kind, List<Integer> members) {
    if (!kind.equals("gaps")) {
      return 0;
    }
    var inRun = members.stream().filter(i -> kinds.get(i).contains("gaps")).toList();
    double[] gaps = new double[inRun.size() - 1];
    Arrays.setAll(gaps, i -> gap(inRun, i + 1));
    Arrays.sort(gaps);
    return gaps[gaps.length / 2];
  }

  private static void fast(List<FraudEntry> inside, List<FraudReason> reasons) {
    int fast =
        (int)
            inside.stream()
                .map(FraudEntry::formMillis)
                .filter(Objects::nonNull)
                .filter(millis -> millis < FAST_MILLIS)
                .count();
    if (fast > 0) {
      reasons.add(new FraudReason("fast", fast, 0, FAST * fast / inside.size()));
    }
  }

  private static void address(List<FraudEntry> inside, List<FraudReason> reasons, boolean joined) {
    var counts =
        inside.stream()
            .map(FraudEntry::address)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
    long shared = counts.values().stream().filter(n -> n > 1).mapToLong(n -> n).sum();
    if (joined && shared > 1) {
      long addresses = counts.values().stream().filter(n -> n > 1).count();
      reasons.add(new FraudReason("address", (int) shared, addresses, ADDRESS));
    }
  }
}

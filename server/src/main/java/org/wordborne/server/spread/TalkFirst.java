package org.wordborne.server.spread;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.network.PassOn;
import org.wordborne.network.SeedAsk;
import org.wordborne.network.SeedSearch;
import org.wordborne.network.SeedSet;
import org.wordborne.network.Spread;
import org.wordborne.network.SpreadTrials;
import org.wordborne.network.VoiceGraph;
import org.wordborne.server.conversation.AskedWords;
import org.wordborne.server.conversation.AskedWords.Waiting;
import org.wordborne.server.person.People;
import org.wordborne.server.person.PersonRef;
import org.wordborne.server.spread.TalkFirstView.TalkFirstCandidate;
import org.wordborne.server.spread.TalkFirstView.TalkFirstChange;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;

/// Whom to talk to first when bad word goes round.
///
/// Those who claim it are where the tale begins, over the arcs of who hears whom. Proposed are only
/// people who ask about it, or whom we have answered before: nobody is written to out of the blue.
/// The choice is `engines/network`'s against a rumour; what it saves is told as a share of the
/// people who are still to tell by the middle of the forecast. docs/formulas.md, Whom to talk to
/// first.
@Component
public class TalkFirst {
  private static final Duration HEARS = Duration.ofDays(180);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int ENOUGH = 25;
  private static final int TRIALS = 2_000;
  private static final int CACHED = 64;
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int SETS = 1 << 18;
  private static final double DOUBT = .1;
  private static final PassOn MODEL = new PassOn.Arcs();

  private final Tales tales;
  private final VoiceGraphs graphs;
  private final People people;
  private final AskedWords asked;
  private final InstantSource clock;
  private final Map<Key, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
          return size() > CACHED;
        }
      };

  TalkFirst(Tales tales, VoiceGraphs graphs, People people, AskedWords asked, InstantSource clock) {
    this.tales = tales;
    this.graphs = graphs;
    this.people = people;
    this.asked = asked;
    this.clock = clock;
  }

  private record Key(UUID tale, int most) {}

  private record Known(Instant at, TalkFirstView view) {}

  /// The people to talk to first; worked out anew ten seconds after the last time at the earliest,
  /// one at a time.
  ///
  /// @param most how many, at least 1
  /// @throws NotFoundException if there is no tale of that id
  public synchronized TalkFirstView whom(Scope scope, UUID tale, int most) {
    TaleRow row =
        tales
            .find(scope, tale)
            .orElseThrow(() -> new NotFoundException("There is no tale " + tale + "."));
    var key = new Key(tale, most);
    var before = known.remove(key);
    var now =
        before != null && before.at().plus(FRESH).isAfter(clock.instant())
            ? before
            : new Known(clock.instant(), whom(scope, row, crowd(scope, tale), most));
    known.put(key, now);
    return now.view();
  }

  private Crowd crowd(Scope scope, UUID tale) {
    List<Telling> tellings = tales.tellings(scope, tale);
    List<UUID> words = tellings.stream().map(Telling::mention).toList();
    return new Crowd(scope, tellings, asked.waiting(scope, words));
  }

  /// Who tells and who asks.
  private final class Crowd {
    private final Map<UUID, Telling> asking = new LinkedHashMap<>();
    private final Set<UUID> claiming = new HashSet<>();
    private final Map<UUID, Waiting> waits = new HashMap<>();

    Crowd(Scope scope, List<Telling> tellings, List<Waiting> waiting) {
      Map<UUID, UUID> persons =
          people.peopleOf(
              scope, tellings.stream().map(Telling::handle).collect(Collectors.toSet()));
      waiting.forEach(one -> waits.put(one.mention(), one));
      var answered =
          asked.answers(scope, tellings.stream().map(Telling::mention).toList()).stream()
              .map(AskedWords.Answered::mention)
              .collect(Collectors.toSet());
      for (Telling one : tellings) {
        UUID person = persons.get(one.handle());
        if (person != null && !one.asks()) {
          claiming.add(person);
        } else if (person != null && !answered.contains(one.mention())) {
          asking.merge(person, one, (old, fresh) -> waits.containsKey(old.mention()) ? old : fresh);
        }
      }
      asking.keySet().removeAll(claiming);
    }
  }

  private TalkFirstView whom(Scope scope, TaleRow row, Crowd crowd, int most) {
    var graph = graphs.of(scope, clock.instant().minus(HEARS));
    Map<UUID, Integer> numbers = graph.numbers();
    int[] rumour = numbers(crowd.claiming, numbers);
    int reachable = graph.isEmpty() ? 0 : reachable(graph.graph(), rumour);
    var forecast = row.forecast();
    var words = new InWords(scope, crowd, graph.graph(), numbers, reachable, most);
    if (forecast == null) {
      return words.view("quiet");
    }
    var allowed = new HashSet<>(crowd.asking.keySet());
    allowed.addAll(asked.answeredPeople(scope, graph.people()));
    allowed.removeAll(crowd.claiming);
    if (reachable < ENOUGH || numbers(allowed, numbers).length == 0) {
      return words.view("few");
    }
    double coming = Math.max(0, forecast.median() - row.told());
    SeedSet chosen = search(graph, numbers, rumour, allowed, most);
    double beyond =
        SpreadTrials.of(graph.graph(), MODEL, rumour, TRIALS, 1).estimate() - rumour.length;
    if (chosen == null || beyond <= 0) {
      return words.view("late");
    }
    double each = coming / beyond;
    var persons = new ArrayList<UUID>();
    var changes = new ArrayList<TalkFirstChange>();
    for (int i = 0; i < chosen.seeds().length; i++) {
      persons.add(graph.people().get(chosen.seeds()[i]));
      changes.add(change(chosen.gains()[i], each, coming));
    }
    return new TalkFirstView(
        candidates(scope, crowd, persons, changes),
        reachable,
        change(chosen.spread(), each, coming),
        "");
  }

  private static TalkFirstChange change(Spread saved, double each, double coming) {
    return new TalkFirstChange(
        -Math.min(coming, saved.estimate() * each),
        -Math.min(coming, saved.upper() * each),
        -Math.min(coming, saved.lower() * each));
  }

  private @Nullable SeedSet search(
      VoiceGraphs.NamedGraph graph,
      Map<UUID, Integer> numbers,
      int[] rumour,
      Set<UUID> allowed,
      int most) {
    int[] without =
        IntStream.range(0, graph.people().size())
            .filter(i -> !allowed.contains(graph.people().get(i)))
            .toArray();
    Instant late = clock.instant().plus(PATIENCE);
    var ask =
        SeedAsk.of(most).withFailure(DOUBT).withMostSets(SETS).against(rumour).without(without);
    try {
      return SeedSearch.choose(graph.graph(), MODEL, ask, () -> clock.instant().isAfter(late));
    } catch (CancellationException tooLarge) {
      return null;
    }
  }

  private static int[] numbers(Collection<UUID> persons, Map<UUID, Integer> numbers) {
    return persons.stream().filter(numbers::containsKey).mapToInt(numbers::get).sorted().toArray();
  }

  /* How many people the tellers are heard by, over whatever many steps. */
  private static int reachable(VoiceGraph graph, int[] rumour) {
    var hearers = new HashMap<Integer, List<Integer>>();
    for (int hearer = 0; hearer < graph.people(); hearer++) {
      for (int speaker : graph.speakers(hearer)) {
        hearers.computeIfAbsent(speaker, _ -> new ArrayList<>()).add(hearer);
      }
    }
    var seen = new BitSet();
    var next = new ArrayDeque<Integer>();
    for (int one : rumour) {
      seen.set(one);
      next.add(one);
    }
    while (!next.isEmpty()) {
      for (int hearer : hearers.getOrDefault(next.remove(), List.of())) {
        if (!seen.get(hearer)) {
          seen.set(hearer);
          next.add(hearer);
        }
      }
    }
    return seen.cardinality() - rumour.length;
  }

  /// Where there are no figures: those who ask, the most heard first.
  private final class InWords {
    private final Scope scope;
    private final Crowd crowd;
    private final VoiceGraph graph;
    private final Map<UUID, Integer> numbers;
    private final int reachable;
    private final int most;

    InWords(
        Scope scope,
        Crowd crowd,
        VoiceGraph graph,
        Map<UUID, Integer> numbers,
        int reachable,
        int most) {
      this.scope = scope;
      this.crowd = crowd;
      this.graph = graph;
      this.numbers = numbers;
      this.reachable = reachable;
      this.most = most;
    }

    TalkFirstView view(String lacks) {
      var persons =
          crowd.asking.entrySet().stream()
              .sorted(
                  Comparator.<Map.Entry<UUID, Telling>>comparingLong(
                          one -> -heardBy(one, graph, numbers))
                      .thenComparing(one -> one.getValue().at()))
              .map(Map.Entry::getKey)
              .limit(most)
              .toList();
      var list = candidates(scope, crowd, persons, List.of());
      return new TalkFirstView(list, reachable, null, lacks);
    }
  }

  private static long heardBy(
      Map.Entry<UUID, Telling> one, VoiceGraph graph, Map<UUID, Integer> numbers) {
    Integer number = numbers.get(one.getKey());
    return Math.max(one.getValue().followers(), number == null ? 0 : graph.followers(number));
  }

  private List<TalkFirstCandidate> candidates(
      Scope scope, Crowd crowd, List<UUID> persons, List<TalkFirstChange> changes) {
    var rows = people.rows(scope, persons);
    var candidates = new ArrayList<TalkFirstCandidate>();
    for (int i = 0; i < persons.size(); i++) {
      UUID person = persons.get(i);
      Telling asks = crowd.asking.get(person);
      Waiting waits = asks == null ? null : crowd.waits.get(asks.mention());
      var row = rows.get(person);
      candidates.add(
          new TalkFirstCandidate(
              row == null ? PersonRef.UNKNOWN : row.ref(),
              asks == null ? null : asks.mention(),
              asks == null ? "knows-us" : "asks",
              waits == null ? null : waits.conversation(),
              waits == null ? null : waits.since(),
              i < changes.size() ? changes.get(i) : null));
    }
    return candidates;
  }
}

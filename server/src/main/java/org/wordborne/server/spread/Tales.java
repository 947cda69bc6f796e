package org.wordborne.server.spread;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.mention.SourceNames;
import org.wordborne.server.person.People;
import org.wordborne.server.person.PersonRef;
import org.wordborne.server.spread.TaleRow.TaleForecast;
import org.wordborne.server.spread.TaleView.Step;
import org.wordborne.server.spread.TaleView.Teller;
import org.wordborne.server.spread.TaleView.UsualHour;
import org.wordborne.server.spread.TalesView.TaleForetold;
import org.wordborne.server.spread.TalesView.TaleRecord;
import org.wordborne.server.spread.TalesView.TaleTopic;
import org.wordborne.server.topic.Topic;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// The words on the move.
@Component
public class Tales {
  /// The line of a topic for which nobody set one.
  public static final int USUAL_LINE = 250;

  private static final int LARGEST_LINE = 10_000_000;
  private static final int NEWEST = 60;
  private static final int QUIET = 12;
  private static final int IN_TREE = 300;
  private static final int SPARK = 12;
  private static final int LONGEST_FACT = 300;
  private static final int AGAIN = 2_000;
  private static final Duration BACK = Duration.ofDays(14);

  private final Transactions transactions;
  private final Topics topics;
  private final Mentions mentions;
  private final People people;
  private final SpreadFollower follower;
  private final LiveEvents live;
  private final InstantSource clock;
  private final ObjectProvider<SourceNames> sources;

  Tales(
      Transactions transactions,
      Topics topics,
      Mentions mentions,
      People people,
      SpreadFollower follower,
      LiveEvents live,
      InstantSource clock,
      ObjectProvider<SourceNames> sources) {
    this.transactions = transactions;
    this.topics = topics;
    this.mentions = mentions;
    this.people = people;
    this.follower = follower;
    this.live = live;
    this.clock = clock;
    this.sources = sources;
  }

  /// All there is to see at once.
  public TalesView all(Scope scope) {
    Instant now = clock.instant();
    return transactions.in(
        scope,
        tx -> {
          settle(scope, now, tx);
          List<TaleLine> lines = TaleBook.newest(tx, NEWEST);
          var tellings = byTale(lines, tx);
          var rows = lines.stream().map(line -> row(line, tellings, now)).toList();
          var moving =
              rows.stream()
                  .filter(row -> row.quietAt() == null)
                  .sorted(Comparator.comparing(Tales::chance).reversed())
                  .toList();
          var quiet = rows.stream().filter(row -> row.quietAt() != null).limit(QUIET).toList();
          return new TalesView(moving, quiet, record(lines, tellings), topics(scope, tx));
        });
  }

  private static double chance(TaleRow row) {
    var forecast = row.forecast();
    return forecast == null ? 0 : forecast.passes() + forecast.median() / 1e9;
  }

  private static Map<UUID, List<Telling>> byTale(List<TaleLine> lines, JdbcClient tx) {
    return TaleBook.tellings(tx, lines.stream().map(TaleLine::id).toList()).stream()
        .collect(Collectors.groupingBy(Telling::tale));
  }

  private static TaleRecord record(List<TaleLine> lines, Map<UUID, List<Telling>> tellings) {
    int in80 = 0;
    var tales = new ArrayList<TaleForetold>();
    for (TaleLine line : lines) {
      var all = tellings.get(line.id());
      var judged =
          line.quietAt() == null || all == null
              ? null
              : TaleForecasts.judged(TaleForecasts.tellers(all));
      if (judged != null) {
        in80 += judged.in80() ? 1 : 0;
        tales.add(foretold(line, judged));
      }
    }
    int in90 = (int) tales.stream().filter(TaleForetold::held).count();
    return new TaleRecord(tales.size(), in80, in90, tales);
  }

  private static TaleForetold foretold(TaleLine line, TaleForecasts.Judged judged) {
    var foretold = judged.foretold();
    return new TaleForetold(
        line.id(),
        line.title(),
        judged.at(),
        foretold.median(),
        foretold.b90().low(),
        foretold.b90().high(),
        line.told(),
        judged.in90());
  }

  private List<TaleTopic> topics(Scope scope, JdbcClient tx) {
    var marked = TaleBook.marked(tx);
    return topics.all(scope).stream()
        .filter(topic -> marked.containsKey(topic.id()))
        .map(topic -> new TaleTopic(topic.id(), topic.name(), marked.getOrDefault(topic.id(), 0)))
        .toList();
  }

  private TaleRow row(TaleLine line, Map<UUID, List<Telling>> tellings, Instant now) {
    return row(line, TaleForecasts.tellers(tellings.getOrDefault(line.id(), List.of())), now);
  }

  private TaleRow row(TaleLine line, List<Telling> tellers, Instant now) {
    return new TaleRow(
        line.id(),
        line.topic(),
        line.title(),
        line.told(),
        line.line(),
        line.quietAt() == null && !tellers.isEmpty() ? forecast(tellers, now, line) : null,
        line.truth(),
        spark(tellers, line),
        line.begunAt(),
        line.lastAt(),
        line.quietAt());
  }

  private static TaleForecast forecast(List<Telling> tellers, Instant now, TaleLine line) {
    Instant at = now.isBefore(line.lastAt()) ? line.lastAt() : now;
    var told = TaleForecasts.of(tellers, at, line.line());
    return new TaleForecast(
        told.median(), told.b50(), told.b80(), told.b90(), told.naive(), told.pass());
  }

  private static List<Integer> spark(List<Telling> tellers, TaleLine line) {
    var spark = new ArrayList<Integer>();
    long whole = Math.max(1, Duration.between(line.begunAt(), line.lastAt()).toMillis());
    for (int i = 1; i <= SPARK; i++) {
      Instant until = line.begunAt().plusMillis(whole * i / SPARK);
      spark.add((int) tellers.stream().filter(one -> !one.at().isAfter(until)).count());
    }
    return spark;
  }

  /// The words on the move, the likeliest to pass their line first.
  public List<TaleRow> moving(Scope scope, int most) {
    Instant now = clock.instant();
    return transactions.in(
        scope,
        tx -> {
          var lines =
              TaleBook.newest(tx, NEWEST).stream().filter(one -> one.quietAt() == null).toList();
          var tellings = byTale(lines, tx);
          return lines.stream()
              .map(line -> row(line, tellings, now))
              .sorted(Comparator.comparing(Tales::chance).reversed())
              .limit(most)
              .toList();
        });
  }

  /// How many are told on just now.
  public long countMoving(Scope scope) {
    return transactions.in(
        scope,
        tx -> tx.sql("select count(*) from tale where quiet_at is null").query(Long.class).single());
  }

  /// A line of the list, if there is such a tale.
  public Optional<TaleRow> find(Scope scope, UUID id) {
    return transactions.in(
        scope,
        tx ->
            TaleBook.find(tx, id)
                .map(line -> row(line, byTale(List.of(line), tx), clock.instant())));
  }

  /// The tale of a topic that goes round, if one does and was heard fresh.
  public Optional<TaleRow> ofTopic(Scope scope, UUID topic) {
    return transactions.in(
        scope,
        tx ->
            TaleBook.newest(tx, NEWEST).stream()
                .filter(line -> topic.equals(line.topic()) && line.quietAt() == null)
                .filter(TaleLine::live)
                .findFirst()
                .map(line -> row(line, byTale(List.of(line), tx), clock.instant())));
  }

  /// The tellings of a tale, in their order.
  List<Telling> tellings(Scope scope, UUID tale) {
    return transactions.in(scope, tx -> TaleBook.tellings(tx, List.of(tale)));
  }

  /// The words that tell a tale, the earliest first.
  public List<UUID> words(Scope scope, UUID tale) {
    return tellings(scope, tale).stream().map(Telling::mention).toList();
  }

  /// The word with which a tale began, as far as we heard.
  public Optional<UUID> first(Scope scope, UUID id) {
    return transactions.in(scope, tx -> TaleBook.find(tx, id).map(TaleLine::root));
  }

  /// Ends what nobody told for long.
  public void settle(Scope scope, Instant now) {
    transactions.run(scope, tx -> settle(scope, now, tx));
  }

  private void settle(Scope scope, Instant now, JdbcClient tx) {
    List<UUID> ended = TaleBook.settle(tx, now);
    if (!ended.isEmpty()) {
      changed(scope, ended);
    }
  }

  /// A tale, whole.
  ///
  /// @throws NotFoundException if there is none of that id
  public TaleView get(Scope scope, UUID id) {
    return transactions.in(scope, tx -> view(scope, line(id, tx), tx));
  }

  private static TaleLine line(UUID id, JdbcClient tx) {
    return TaleBook.find(tx, id)
        .orElseThrow(() -> new NotFoundException("There is no tale " + id + "."));
  }

  private TaleView view(Scope scope, TaleLine line, JdbcClient tx) {
    Instant now = clock.instant();
    List<Telling> all = TaleBook.tellings(tx, List.of(line.id()));
    List<Telling> tellers = TaleForecasts.tellers(all);
    var steps = new ArrayList<Step>();
    for (Telling one : tellers) {
      steps.add(new Step(one.at(), steps.size() + 1));
    }
    Instant hour = now.minus(Duration.ofHours(1));
    return new TaleView(
        row(line, tellers, now),
        line.fact(),
        (int) tellers.stream().filter(Telling::ownWords).count(),
        (int) tellers.stream().filter(Telling::asks).count(),
        (int) tellers.stream().filter(one -> one.at().isAfter(hour)).count(),
        line.topic() == null ? null : usualHour(line.topic(), now, tx),
        steps,
        tree(scope, tellers, all, tx));
  }

  private List<Teller> tree(Scope scope, List<Telling> tellers, List<Telling> all, JdbcClient tx) {
    List<Telling> shown = tellers.subList(0, Math.min(IN_TREE, tellers.size()));
    Map<UUID, Mention> words =
        mentions.byIds(tx, shown.stream().map(Telling::mention).toList()).stream()
            .collect(Collectors.toMap(Mention::id, word -> word));
    var parents = TaleTree.parents(shown, all, words, mentions, tx);
    Set<UUID> handles = shown.stream().map(Telling::handle).collect(Collectors.toSet());
    Map<UUID, UUID> persons = people.peopleOf(scope, handles);
    SourceNames known = sources.getIfAvailable();
    Map<UUID, String> names = known == null ? Map.of() : known.names(scope);
    var tree = new ArrayList<Teller>();
    for (Telling one : shown) {
      Mention word = words.get(one.mention());
      if (word != null) {
        var parent = parents.getOrDefault(one.mention(), TaleTree.Parent.NONE);
        UUID source = word.source();
        tree.add(
            new Teller(
                one.mention(),
                PersonRef.of(persons.get(one.handle()), word.author().name()),
                one.at(),
                source == null ? word.channel() : names.getOrDefault(source, word.channel()),
                one.followers(),
                parent.mention(),
                parent.certain(),
                one.asks()));
      }
    }
    return tree;
  }

  private static @Nullable UsualHour usualHour(UUID topic, Instant now, JdbcClient tx) {
    var counts = new ArrayList<Integer>();
    Instant first = MinuteBook.first(tx).orElse(now);
    var people = MinuteBook.people(tx, topic, now.minus(Duration.ofDays(29)), now);
    for (int day = 1; day <= 28; day++) {
      Instant until = now.minus(Duration.ofDays(day));
      Instant from = until.minus(Duration.ofHours(1));
      if (from.isBefore(first)) {
        break;
      }
      counts.add(
          people.subMap(from.getEpochSecond(), until.getEpochSecond()).values().stream()
              .mapToInt(Integer::intValue)
              .sum());
    }
    if (counts.size() < 7) {
      return null;
    }
    counts.sort(null);
    return new UsualHour(
        counts.get(counts.size() / 2), counts.get((int) (counts.size() * .9)), counts.size());
  }

  /// Sets the line of a tale: from how many people on it is too far.
  public TaleRow line(Scope scope, UUID id, @Nullable Integer people) {
    int line = line(people);
    write(scope, id, "update tale set line = ? where id = ?", line);
    return find(scope, id).orElseThrow();
  }

  private static int line(@Nullable Integer people) {
    if (people == null || people < 2 || people > LARGEST_LINE) {
      throw new BadInputException("line", people, "A line is a number of people, from 2 on.");
    }
    return people;
  }

  /// Says whether a tale is true, and what is the case.
  public TaleView judge(Scope scope, UUID id, @Nullable String truth, @Nullable String fact) {
    if (truth == null || !Set.of("open", "true", "false").contains(truth)) {
      throw new BadInputException("truth", truth, "Right are open, true and false.");
    }
    String words = fact == null ? "" : fact.strip();
    if (words.length() > LONGEST_FACT) {
      throw new BadInputException("fact", null, "At most 300 characters.");
    }
    write(scope, id, "update tale set truth = ?, fact = ? where id = ?", truth, words);
    return get(scope, id);
  }

  private void write(Scope scope, UUID id, String sql, Object... values) {
    transactions.run(
        scope,
        tx -> {
          line(id, tx);
          var asked = tx.sql(sql);
          for (int i = 0; i < values.length; i++) {
            asked = asked.param(i + 1, values[i]);
          }
          asked.param(values.length + 1, id).update();
        });
    changed(scope, List.of(id));
  }

  /// Says whether a topic is told on; what was heard of it in the last two weeks is told at once.
  ///
  /// @param people its line; null for the usual one
  public void mark(Scope scope, UUID topic, boolean on, @Nullable Integer people) {
    Topic known =
        topics
            .find(scope, topic)
            .orElseThrow(() -> new NotFoundException("There is no topic " + topic + "."));
    int line = people == null ? USUAL_LINE : line(people);
    transactions.run(
        scope,
        tx -> {
          if (on) {
            tx.sql(
                    """
                    insert into tale_topic (workspace_id, topic_id, line) values (?, ?, ?)
                    on conflict (workspace_id, topic_id) do update set line = excluded.line""")
                .params(scope.workspace().value(), known.id(), line)
                .update();
            tx.sql("update tale set line = ? where topic_id = ? and quiet_at is null")
                .params(line, topic)
                .update();
            tellAgain(scope, topic, tx);
          } else {
            tx.sql("delete from tale_topic where topic_id = ?").param(topic).update();
          }
        });
    changed(scope, List.of(topic));
  }

  private void tellAgain(Scope scope, UUID topic, JdbcClient tx) {
    Instant now = clock.instant();
    var ids = MinuteBook.words(tx, topic, now.minus(BACK), now.plusSeconds(60), AGAIN);
    var words = mentions.byIds(tx, ids);
    if (!words.isEmpty()) {
      follower.tellAgain(scope, words, tx);
    }
  }

  private void changed(Scope scope, Collection<UUID> ids) {
    live.publish(
        scope.workspace(),
        "tales",
        new LiveEvents.Changed(
            ids.stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet())));
  }

  /// Lets go what is older than is kept.
  public void prune(Scope scope, Instant now) {
    transactions.run(scope, tx -> MinuteBook.prune(tx, now));
  }
}

package org.wordborne.server.spread;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mentions;
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
  private static final int LONGEST_FACT = 300;
  private static final int AGAIN = 2_000;
  private static final Duration BACK = Duration.ofDays(14);

  private final Transactions transactions;
  private final Topics topics;
  private final Mentions mentions;
  private final SpreadFollower follower;
  private final LiveEvents live;
  private final InstantSource clock;
  private final TaleReader reader;

  Tales(
      Transactions transactions,
      Topics topics,
      Mentions mentions,
      SpreadFollower follower,
      LiveEvents live,
      InstantSource clock,
      TaleReader reader) {
    this.transactions = transactions;
    this.topics = topics;
    this.mentions = mentions;
    this.follower = follower;
    this.live = live;
    this.clock = clock;
    this.reader = reader;
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
          var rows = lines.stream().map(line -> TaleRows.row(line, tellings, now)).toList();
          var moving =
              rows.stream()
                  .filter(row -> row.quietAt() == null)
                  .sorted(Comparator.comparing(Tales::chance).reversed())
                  .toList();
          var quiet = rows.stream().filter(row -> row.quietAt() != null).limit(QUIET).toList();
          return new TalesView(moving, quiet, TaleRows.record(lines, tellings), topics(scope, tx));
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

  private List<TaleTopic> topics(Scope scope, JdbcClient tx) {
    var marked = TaleBook.marked(tx);
    return topics.all(scope).stream()
        .filter(topic -> marked.containsKey(topic.id()))
        .map(topic -> new TaleTopic(topic.id(), topic.name(), marked.getOrDefault(topic.id(), 0)))
        .toList();
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
              .map(line -> TaleRows.row(line, tellings, now))
              .sorted(Comparator.comparing(Tales::chance).reversed())
              .limit(most)
              .toList();
        });
  }

  /// How many are told on just now.
  public long countMoving(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select count(*) from tale where quiet_at is null").query(Long.class).single());
  }

  /// A line of the list, if there is such a tale.
  public Optional<TaleRow> find(Scope scope, UUID id) {
    return transactions.in(
        scope,
        tx ->
            TaleBook.find(tx, id)
                .map(line -> TaleRows.row(line, byTale(List.of(line), tx), clock.instant())));
  }

  /// The tale of a topic that goes round, if one does and was heard fresh.
  public Optional<UUID> movingOf(Scope scope, UUID topic) {
    return transactions.in(scope, tx -> TaleBook.movingOf(tx, topic));
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
    return transactions.in(scope, tx -> reader.view(scope, line(id, tx), tx));
  }

  private static TaleLine line(UUID id, JdbcClient tx) {
    return TaleBook.find(tx, id)
        .orElseThrow(() -> new NotFoundException("There is no tale " + id + "."));
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

package org.wordborne.server.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.OldWords;
import org.wordborne.server.mention.SourceNames;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// For how long words are kept: 13 months, and the markup in which they came 30 days, unless the
/// workspace or a source says otherwise.
@Component
class RetentionDesk {
  static final UUID ALL = new UUID(0, 0);
  private static final int USUAL_MONTHS = 13;
  private static final int USUAL_RAW_DAYS = 30;
  private static final int MOST_MONTHS = 120;
  private static final int MOST_RAW_DAYS = 3_650;

  private final Transactions transactions;
  private final ObjectProvider<SourceNames> sources;
  private final OldWords words;
  private final ClockLeap leap;
  private final InstantSource clock;

  RetentionDesk(
      Transactions transactions,
      ObjectProvider<SourceNames> sources,
      OldWords words,
      ClockLeap leap,
      InstantSource clock) {
    this.transactions = transactions;
    this.sources = sources;
    this.words = words;
    this.leap = leap;
    this.clock = clock;
  }

  /// For how long words are kept.
  ///
  /// @param months from when they were heard
  /// @param rawDays the markup in which they came
  record RetentionView(int months, int rawDays, List<SourceRetention> sources) {}

  /// The same of one source.
  ///
  /// @param months null where the workspace's holds
  record SourceRetention(UUID source, String name, @Nullable Integer months) {}

  /// What is to hold from now on.
  record RetentionDraft(
      @Nullable Integer months, @Nullable Integer rawDays, @Nullable List<SourceMonths> sources) {}

  /// How long the words of a source are kept; null as the workspace says.
  record SourceMonths(@Nullable UUID source, @Nullable Integer months) {}

  /// What a shorter time would let go at once.
  record RetentionPreview(long words) {}

  /// What stands: months by source, and days of the markup.
  record Rules(int months, int rawDays, Map<UUID, Integer> bySource) {
    static final Rules USUAL = new Rules(USUAL_MONTHS, USUAL_RAW_DAYS, Map.of());

    Instant before(Instant now, int kept) {
      return now.atOffset(ZoneOffset.UTC).minusMonths(kept).toInstant();
    }
  }

  RetentionView view(Scope scope) {
    Rules rules = transactions.in(scope, this::rules);
    SourceNames known = sources.getIfAvailable();
    Map<UUID, String> names = known == null ? Map.of() : known.names(scope);
    return new RetentionView(
        rules.months(),
        rules.rawDays(),
        names.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
            .map(
                one ->
                    new SourceRetention(
                        one.getKey(), one.getValue(), rules.bySource().get(one.getKey())))
            .toList());
  }

  Rules rules(JdbcClient tx) {
    var months = new HashMap<UUID, Integer>();
    var raw = new HashMap<UUID, Integer>();
    tx.sql("select source_id, months, raw_days from retention")
        .query(
            row -> {
              UUID source = row.getObject("source_id", UUID.class);
              months.put(source, row.getInt("months"));
              raw.put(source, row.getInt("raw_days"));
            });
    Integer all = months.remove(ALL);
    return new Rules(
        all == null ? USUAL_MONTHS : all, raw.getOrDefault(ALL, USUAL_RAW_DAYS), months);
  }

  /// Takes what is to hold; what is too old by it goes with the next sweep.
  RetentionView set(Scope scope, RetentionDraft draft) {
    Rules next = read(scope, draft);
    transactions.run(
        scope,
        tx -> {
          keep(tx, scope, ALL, next.months(), next.rawDays());
          tx.sql("delete from retention where source_id <> ? and not (source_id = any(?))")
              .params(ALL, next.bySource().keySet().toArray(UUID[]::new))
              .update();
          next.bySource()
              .forEach((source, months) -> keep(tx, scope, source, months, next.rawDays()));
        });
    // Whoever saves it has seen what goes by the clock of now.
    leap.settle(scope, clock.instant());
    return view(scope);
  }

  private static void keep(JdbcClient tx, Scope scope, UUID source, int months, int rawDays) {
    tx.sql(
            """
            insert into retention (workspace_id, source_id, months, raw_days) values (?, ?, ?, ?)
            on conflict (workspace_id, source_id) do update
              set months = excluded.months, raw_days = excluded.raw_days""")
        .params(scope.workspace().value(), source, months, rawDays)
        .update();
  }

  private Rules read(Scope scope, RetentionDraft draft) {
    Rules now = transactions.in(scope, this::rules);
    int months = within("months", draft.months(), now.months(), MOST_MONTHS);
    int raw = within("rawDays", draft.rawDays(), now.rawDays(), MOST_RAW_DAYS);
    if (draft.sources() == null) {
      return new Rules(months, raw, now.bySource());
    }
    SourceNames known = sources.getIfAvailable();
    Set<UUID> ids = known == null ? Set.of() : known.names(scope).keySet();
    var bySource = new HashMap<UUID, Integer>();
    for (SourceMonths one : draft.sources()) {
      if (one.source() == null || !ids.contains(one.source())) {
        throw new NotFoundException("There is no source " + one.source() + ".");
      }
      if (one.months() != null) {
        bySource.put(one.source(), within("months", one.months(), months, MOST_MONTHS));
      }
    }
    return new Rules(months, raw, bySource);
  }

  private static int within(String field, @Nullable Integer asked, int now, int most) {
    int value = asked == null ? now : asked;
    if (value < 1 || value > most) {
      throw new BadInputException(field, value, "From 1 to " + most + ".");
    }
    return value;
  }

  /// What would go at once if this held.
  RetentionPreview preview(Scope scope, RetentionDraft draft) {
    return preview(scope, draft, clock.instant());
  }

  RetentionPreview preview(Scope scope, RetentionDraft draft, Instant now) {
    Rules next = read(scope, draft);
    return new RetentionPreview(
        transactions.in(
            scope,
            tx ->
                spans(next, now).entrySet().stream()
                    .mapToLong(span -> words.countBefore(tx, span.getValue(), span.getKey()))
                    .sum()));
  }

  /// Whose words go, and those heard before when.
  static Map<OldWords.Of, Instant> spans(Rules rules, Instant now) {
    var spans = new HashMap<OldWords.Of, Instant>();
    spans.put(
        new OldWords.Of(null, rules.bySource().keySet().stream().collect(Collectors.toSet())),
        rules.before(now, rules.months()));
    rules
        .bySource()
        .forEach(
            (source, months) ->
                spans.put(new OldWords.Of(source, Set.of()), rules.before(now, months)));
    return spans;
  }
}

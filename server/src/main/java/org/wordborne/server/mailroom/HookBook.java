package org.wordborne.server.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;

/// What programs are told, with what became of it; kept as long as its log, so that it can be sent
/// again.
@Component
class HookBook {
  static final Duration KEPT = Duration.ofDays(30);

  /// So long nothing but failures, and a webhook stops.
  static final Duration PATIENCE = Duration.ofDays(5);

  /// So many wait for one webhook; of what comes beyond, only the number is kept.
  static final int MOST_WAITING = 50_000;

  /* Twice as long as a try may last: a try that a kill ended is made again after it. */
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration FAILS_FOR_LONG = Duration.ofMinutes(1);
  private static final Duration BREATH = Duration.ofSeconds(5);
  private final Transactions transactions;
  private final SecretBox secrets;
  private final Ids ids;

  HookBook(Transactions transactions, SecretBox secrets, Ids ids) {
    this.transactions = transactions;
    this.secrets = secrets;
    this.ids = ids;
  }

  /// News for one program.
  ///
  /// @param key the same for the same news to the same program; travels as `webhook-id`
  record News(HookTo to, String type, String body, String key, @Nullable UUID about) {}

  /// Writes it down once: the same key again is the same delivery. Joins an open transaction.
  ///
  /// @return the delivery; empty where so many wait that no more are written down
  Optional<UUID> write(Scope scope, News news, Instant at) {
    UUID id = ids.next();
    return transactions.in(
        scope,
        tx -> {
          int written = insert(scope, tx, id, news, at);
          Optional<UUID> stands =
              written == 1 ? Optional.of(id) : found(scope, tx, Addresses.key(news.key()));
          if (stands.isEmpty()) {
            tx.sql("update hook_out set missed = missed + 1 where id = ?")
                .param(news.to().id())
                .update();
          }
          return stands;
        });
  }

  private int insert(Scope scope, JdbcClient tx, UUID id, News news, Instant at) {
    return tx.sql(
            """
            insert into delivery (workspace_id, id, kind, key, to_text, hook_id, subject, body,
              about, state, made_at, next_at)
            select :workspace, :id, 'hook', :key, :to, :hook, :type, :body, :about::uuid, 'waiting',
              :at, :at
            where (select count(*) from (select 1 from delivery
                where workspace_id = :workspace and hook_id = :hook and state = 'waiting'
                  and kind = 'hook' limit :most) waits) < :most
            on conflict (workspace_id, key) do nothing""")
        .param("workspace", scope.workspace().value())
        .param("id", id)
        .param("key", Addresses.key(news.key()))
        .param("to", news.to().name())
        .param("hook", news.to().id())
        .param("type", news.type())
        .param("body", secrets.seal(id, news.body()))
        .param("about", news.about())
        .param("at", Timestamp.from(at))
        .param("most", MOST_WAITING)
        .update();
  }

  private static Optional<UUID> found(Scope scope, JdbcClient tx, String key) {
    return tx.sql("select id from delivery where workspace_id = ? and key = ?")
        .params(scope.workspace().value(), key)
        .query(UUID.class)
        .optional();
  }

  /// For which webhooks something is due, and how much of it, up to `most` each.
  ///
  /// @param count at least 1
  record Due(UUID hook, int count) {}

  List<Due> due(Scope scope, Instant now, int most) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select h.id, d.due from hook_out h, lateral (
                      select count(*) as due from (select 1 from delivery
                        where workspace_id = h.workspace_id and hook_id = h.id
                          and state = 'waiting' and kind = 'hook' and next_at <= :now
                        limit :most) waits) d
                    where d.due > 0 and not h.paused and h.stopped_at is null
                      and (h.rest_until is null or h.rest_until <= :now)""")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, _) -> new Due(row.getObject(1, UUID.class), row.getInt(2)))
                .list());
  }

  /// Takes the next that is due for a webhook, for as long as one try may last; nobody else takes
  /// it meanwhile.
  Optional<Parcel> take(Scope scope, UUID hook, Instant now) {
    return transactions
        .in(
            scope,
            tx ->
                tx.sql(
                        """
                        update delivery set next_at = :until, tries = tries + 1, tried_at = :now
                        where workspace_id = :workspace and id = (
                          select d.id from delivery d
                          where d.workspace_id = :workspace and d.hook_id = :hook
                            and d.state = 'waiting' and d.kind = 'hook' and d.next_at <= :now
                            and exists (select 1 from hook_out h where h.id = :hook
                              and not h.paused and h.stopped_at is null)
                          order by d.next_at limit 1 for update skip locked)
                        returning *""")
                    .param("workspace", scope.workspace().value())
                    .param("hook", hook)
                    .param("until", Timestamp.from(now.plus(LEASE)))
                    .param("now", Timestamp.from(now))
                    .query((row, _) -> new Sealed(DeliveryBook.parcel(row), row.getBytes("body")))
                    .optional())
        .map(closed -> closed.parcel().saying(opened(closed)));
  }

  private record Sealed(Parcel parcel, byte[] body) {}

  /* What was sealed with a key that is gone is told to nobody; the carrier says so. */
  private String opened(Sealed closed) {
    try {
      return secrets.open(closed.parcel().id(), closed.body());
    } catch (IllegalStateException lost) {
      return "";
    }
  }

  /// Writes down what became of a try.
  ///
  /// @return why the webhook stopped, if this made it stop
  Optional<String> settle(Scope scope, Parcel parcel, HookTry result, Instant at) {
    return transactions.in(
        scope,
        tx -> {
          Optional<Duration> pause =
              result.taken() || result.isGone()
                  ? Optional.empty()
                  : HookRetries.pause(parcel.id(), parcel.tries(), result.rest());
          String state = result.taken() ? "sent" : pause.isEmpty() ? "refused" : "waiting";
          note(tx, parcel.id(), state, result, at, at.plus(pause.orElse(Duration.ZERO)));
          UUID hook = Objects.requireNonNull(parcel.hook());
          if (result.taken()) {
            well(tx, hook, at);
            return Optional.<String>empty();
          }
          return failed(tx, hook, result, at);
        });
  }

  private static void note(
      JdbcClient tx, UUID id, String state, HookTry result, Instant at, Instant next) {
    tx.sql(
            """
            update delivery set state = :state, why = :why, status = :status::int, took_ms = :took,
              answer = :answer, next_at = :next,
              sent_at = case when :state = 'sent' then :at else sent_at end
            where id = :id""")
        .param("state", state)
        .param("why", result.why().isEmpty() ? null : result.why())
        .param("status", result.status() == 0 ? null : result.status())
        .param("took", (int) Math.min(Integer.MAX_VALUE, result.took().toMillis()))
        .param("answer", result.answer())
        .param("next", Timestamp.from(next))
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  private static void well(JdbcClient tx, UUID hook, Instant at) {
    tx.sql(
            """
            update hook_out set failing_since = null, rest_until = null, last_sent_at = :at
            where id = :id and (failing_since is not null or last_sent_at is null
              or last_sent_at < :before)""")
        .param("at", Timestamp.from(at))
        .param("before", Timestamp.from(at.minusSeconds(10)))
        .param("id", hook)
        .update();
  }

  /* Whoever fails for a minute is asked every five seconds only, so that what waits for it does
  not use up its tries at once; whoever says when to come again is asked nothing until then. */
  private static Optional<String> failed(JdbcClient tx, UUID hook, HookTry result, Instant at) {
    var since =
        tx.sql(
                """
                update hook_out set failing_since = coalesce(failing_since, :at),
                  rest_until = greatest(rest_until, :wait::timestamptz,
                    case when failing_since < :long then :breath::timestamptz end)
                where id = :id and stopped_at is null returning failing_since""")
            .param("at", Timestamp.from(at))
            .param("wait", result.rest() == null ? null : Timestamp.from(at.plus(result.rest())))
            .param("long", Timestamp.from(at.minus(FAILS_FOR_LONG)))
            .param("breath", Timestamp.from(at.plus(BREATH)))
            .param("id", hook)
            .query(OffsetDateTime.class)
            .optional();
    if (since.isEmpty()) {
      return Optional.empty();
    }
    boolean patienceEnds = !since.get().toInstant().isAfter(at.minus(PATIENCE));
    if (!result.isGone() && !patienceEnds) {
      return Optional.empty();
    }
    String why =
        result.isGone()
            ? "It answered that it is gone for good (410)."
            : "For 5 days nothing that was sent there was taken.";
    tx.sql("update hook_out set stopped_at = ?, stopped_why = ? where id = ?")
        .params(Timestamp.from(at), why, hook)
        .update();
    return Optional.of(why);
  }

  /// Lets go what is older than the log.
  void prune(Scope scope, Instant now) {
    transactions.run(
        scope,
        tx ->
            tx.sql("delete from delivery where kind = 'hook' and made_at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update());
  }

  /// Sends one again, under its old id.
  HookLogView replay(Scope scope, UUID hook, UUID id, Instant now) {
    return transactions.in(
        scope,
        tx -> {
          get(scope, hook, id);
          tx.sql(
                  """
                  update delivery set state = 'waiting', tries = 0, next_at = ?, why = null
                  where id = ? and (state <> 'waiting' or next_at > ?)""")
              .params(Timestamp.from(now), id, Timestamp.from(now))
              .update();
          return get(scope, hook, id);
        });
  }

  /// Sends all again that failed for good since then; how many these are.
  int replaySince(Scope scope, UUID hook, Instant since, Instant now) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    update delivery set state = 'waiting', tries = 0, next_at = :now, why = null
                    where hook_id = :hook and kind = 'hook' and state = 'refused'
                      and made_at >= :since""")
                .param("now", Timestamp.from(now))
                .param("hook", hook)
                .param("since", Timestamp.from(since))
                .update());
  }

  /// The log of a webhook, newest first.
  ///
  /// @param state only those in that state; empty for all
  /// @param before only what is older than that delivery; null from the newest on
  List<HookLogView> log(Scope scope, UUID hook, String state, @Nullable UUID before, int most) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select * from delivery
                    where hook_id = :hook and kind = 'hook' and (:state = '' or state = :state)
                      and (:before::uuid is null or (made_at, id) <
                        (select made_at, id from delivery where id = :before::uuid))
                    order by made_at desc, id desc limit :most""")
                .param("hook", hook)
                .param("state", state)
                .param("before", before)
                .param("most", most)
                .query((row, _) -> view(row, null))
                .list());
  }

  /// One line of the log, with what was told.
  HookLogView get(Scope scope, UUID hook, UUID id) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select * from delivery where id = ? and hook_id = ? and kind = 'hook'")
                .params(id, hook)
                .query(
                    (row, _) -> view(row, opened(new Sealed(DeliveryBook.parcel(row), body(row)))))
                .optional()
                .orElseThrow(() -> new NotFoundException("There is no delivery " + id + ".")));
  }

  private static byte[] body(ResultSet row) throws SQLException {
    return row.getBytes("body");
  }

  private static HookLogView view(ResultSet row, @Nullable String payload) throws SQLException {
    String state = row.getString("state");
    return new HookLogView(
        row.getObject("id", UUID.class),
        row.getString("key"),
        row.getString("subject"),
        state,
        Objects.requireNonNull(at(row, "made_at")),
        row.getInt("tries"),
        at(row, "tried_at"),
        row.getObject("status", Integer.class),
        row.getObject("took_ms", Integer.class),
        state.equals("waiting") ? at(row, "next_at") : null,
        row.getString("why"),
        row.getString("answer"),
        payload);
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}

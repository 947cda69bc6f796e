package org.wordborne.server.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;

/// Keeps which programs are told by webhook, and what of.
@Component
class HookDesk {
  static final int MOST = 50;
  static final Duration OLD_SIGNS = Duration.ofHours(24);
  private final Transactions transactions;
  private final SecretBox secrets;
  private final Ids ids;
  private final InstantSource clock;

  HookDesk(Transactions transactions, SecretBox secrets, Ids ids, InstantSource clock) {
    this.transactions = transactions;
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
  }

  /// Where one goes, and what signs it: the newest secret first.
  record Way(String url, List<Secret> secrets) {}

  /// One that was made or has a new secret, which is told this once.
  record Made(HookOutView hook, String secret) {
    /// As it is told something.
    HookTo to() {
      return new HookTo(hook.id(), hook.name(), hook.query(), hook.madeAt());
    }
  }

  List<HookOutView> all(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select h.*,
                      (select count(*) from delivery d where d.workspace_id = h.workspace_id
                        and d.hook_id = h.id and d.state = 'waiting' and d.kind = 'hook') as waiting,
                      (select count(*) from delivery d where d.workspace_id = h.workspace_id
                        and d.hook_id = h.id and d.state = 'refused' and d.kind = 'hook') as failed
                    from hook_out h order by lower(name)""")
                .query((row, _) -> view(row, clock.instant()))
                .list());
  }

  HookOutView get(Scope scope, UUID id) {
    return all(scope).stream()
        .filter(hook -> hook.id().equals(id))
        .findFirst()
        .orElseThrow(() -> missing(id));
  }

  /// Those that are told of a kind; joins an open transaction of the scope.
  List<HookTo> wanting(Scope scope, String kind) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select id, name, query, made_at from hook_out where ? = any (kinds)
                    order by lower(name)""")
                .param(kind)
                .query((row, _) -> to(row))
                .list());
  }

  Optional<HookTo> named(Scope scope, String name) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select id, name, query, made_at from hook_out where lower(name) = lower(?)")
                .param(name)
                .query((row, _) -> to(row))
                .optional());
  }

  Optional<Way> way(Scope scope, UUID id) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select url, secret, case when old_until > ? then old_secret end as old
                    from hook_out where id = ?""")
                .params(Timestamp.from(clock.instant()), id)
                .query((row, _) -> way(id, row))
                .optional());
  }

  private Way way(UUID id, ResultSet row) throws SQLException {
    Secret secret = Secret.of(secrets.open(id, row.getBytes("secret")));
    byte[] old = row.getBytes("old");
    return new Way(
        row.getString("url"),
        old == null ? List.of(secret) : List.of(secret, Secret.of(secrets.open(id, old))));
  }

  Made add(Scope scope, HookDraft draft) {
    var checked = draft.checked();
    if (checked.name().isEmpty()) {
      throw new BadInputException("name", null, "A webhook needs a name.");
    }
    UUID id = ids.next();
    Secret secret = StandardWebhooks.newSecret();
    return transactions.in(
        scope,
        tx -> {
          roomForOneMore(scope, tx);
          if (insert(scope, tx, id, checked, secret) == 0) {
            throw new ConflictException("There is a webhook " + checked.name() + " already.");
          }
          return new Made(get(scope, id), secret.reveal());
        });
  }

  private static void roomForOneMore(Scope scope, JdbcClient tx) {
    tx.sql("select pg_advisory_xact_lock(hashtextextended('hook_out ' || ?::text, 0))")
        .param(scope.workspace().value())
        .query((_, _) -> 0)
        .single();
    if (tx.sql("select count(*) from hook_out").query(Long.class).single() >= MOST) {
      throw new ConflictException(
          "A workspace has at most " + MOST + " webhooks; remove one that nobody needs.");
    }
  }

  private int insert(
      Scope scope, JdbcClient tx, UUID id, HookDraft.Checked checked, Secret secret) {
    return tx.sql(
            """
            insert into hook_out (workspace_id, id, name, url, secret, made_at, kinds, query)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(
            scope.workspace().value(),
            id,
            checked.name(),
            checked.url(),
            secrets.seal(id, secret.reveal()),
            Timestamp.from(clock.instant()),
            checked.kinds().toArray(String[]::new),
            checked.query())
        .update();
  }

  /// Another address, other kinds, another query; the name stays, watch rules go by it.
  HookOutView change(Scope scope, UUID id, HookDraft draft) {
    var checked = draft.checked();
    return transactions.in(
        scope,
        tx -> {
          one(
              id,
              tx.sql("update hook_out set url = ?, kinds = ?, query = ? where id = ?")
                  .params(
                      checked.url(), checked.kinds().toArray(String[]::new), checked.query(), id)
                  .update());
          return get(scope, id);
        });
  }

  /// A new secret; the one before it signs beside it for a day.
  Made rotate(Scope scope, UUID id) {
    Secret secret = StandardWebhooks.newSecret();
    return transactions.in(
        scope,
        tx -> {
          one(
              id,
              tx.sql(
                      """
                      update hook_out set old_secret = secret, old_until = :until, secret = :secret
                      where id = :id""")
                  .param("until", Timestamp.from(clock.instant().plus(OLD_SIGNS)))
                  .param("secret", secrets.seal(id, secret.reveal()))
                  .param("id", id)
                  .update());
          return new Made(get(scope, id), secret.reveal());
        });
  }

  /// Tells it nothing until it is resumed; what happens meanwhile waits.
  HookOutView pause(Scope scope, UUID id) {
    return transactions.in(
        scope,
        tx -> {
          one(id, tx.sql("update hook_out set paused = true where id = ?").param(id).update());
          return get(scope, id);
        });
  }

  /// Goes on, and with what waits at once.
  HookOutView resume(Scope scope, UUID id) {
    return transactions.in(
        scope,
        tx -> {
          one(
              id,
              tx.sql(
                      """
                      update hook_out set paused = false, stopped_at = null, stopped_why = null,
                        failing_since = null, rest_until = null, missed = 0
                      where id = ?""")
                  .param(id)
                  .update());
          tx.sql(
                  """
                  update delivery set next_at = least(next_at, :now)
                  where hook_id = :id and kind = 'hook' and state = 'waiting'""")
              .param("now", Timestamp.from(clock.instant()))
              .param("id", id)
              .update();
          return get(scope, id);
        });
  }

  /// Takes it away, with its log.
  void remove(Scope scope, UUID id) {
    transactions.run(
        scope,
        tx -> {
          one(id, tx.sql("delete from hook_out where id = ?").param(id).update());
          tx.sql("delete from delivery where hook_id = ? and kind = 'hook'").param(id).update();
        });
  }

  private static void one(UUID id, int rows) {
    if (rows == 0) {
      throw missing(id);
    }
  }

  private static NotFoundException missing(UUID id) {
    return new NotFoundException("There is no webhook " + id + ".");
  }

  private static HookTo to(ResultSet row) throws SQLException {
    return new HookTo(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("query"),
        row.getObject("made_at", OffsetDateTime.class).toInstant());
  }

  private static HookOutView view(ResultSet row, Instant now) throws SQLException {
    Instant stopped = at(row, "stopped_at");
    Instant old = at(row, "old_until");
    return new HookOutView(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("url"),
        List.of((String[]) row.getArray("kinds").getArray()),
        row.getString("query"),
        stopped != null ? "stopped" : row.getBoolean("paused") ? "paused" : "on",
        stopped,
        row.getString("stopped_why"),
        at(row, "failing_since"),
        at(row, "last_sent_at"),
        old != null && old.isAfter(now) ? old : null,
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getLong("missed"),
        row.getLong("waiting"),
        row.getLong("failed"));
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}

package org.wordborne.server.mailroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;

/// Everything that goes out, with what became of it; [HookBook] carries on what is for programs.
@Component
class DeliveryBook {
  /// After the last of these pauses nobody tries again.
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2));

  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private final Transactions transactions;
  private final SecretBox secrets;
  private final Ids ids;

  DeliveryBook(Transactions transactions, SecretBox secrets, Ids ids) {
    this.transactions = transactions;
    this.secrets = secrets;
    this.ids = ids;
  }

  /// Something that waits to be carried.
  record Parcel(
      UUID id,
      String kind,
      String key,
      String to,
      @Nullable UUID hook,
      String subject,
      String body,
      int tries) {

    Parcel saying(String body) {
      return new Parcel(id, kind, key, to, hook, subject, body, tries);
    }
  }

  /// Writes it down once: the same key again is the same delivery.
  UUID write(Scope scope, Parcel parcel, @Nullable UUID about, Instant at) {
    return transactions.in(
        scope,
        tx -> {
          tx.sql(
                  """
                  insert into delivery (workspace_id, id, kind, key, to_text, hook_id, subject,
                    body, about, state, made_at, next_at)
                  values (:workspace, :id, :kind, :key, :to, :hook, :subject, :body, :about,
                    'waiting', :at, :at)
                  on conflict (workspace_id, key) do nothing""")
              .param("workspace", scope.workspace().value())
              .param("id", parcel.id())
              .param("kind", parcel.kind())
              .param("key", parcel.key())
              .param("to", parcel.to())
              .param("hook", parcel.hook())
              .param("subject", parcel.subject())
              .param("body", secrets.seal(parcel.id(), parcel.body()))
              .param("about", about)
              .param("at", Timestamp.from(at))
              .update();
          return tx.sql("select id from delivery where workspace_id = ? and key = ?")
              .param(scope.workspace().value())
              .param(parcel.key())
              .query(UUID.class)
              .single();
        });
  }

  /// Writes down what is not carried at all.
  void refuse(Scope scope, Parcel parcel, String why, @Nullable UUID about, Instant at) {
    transactions.run(scope, _ -> end(scope, write(scope, parcel, about, at), "refused", why, at));
  }

  UUID newId() {
    return ids.next();
  }

  /// Takes letters that are due, for as long as one try may last; nobody else takes it meanwhile.
  List<Parcel> take(Scope scope, Instant now, int most) {
    return transactions.in(
        scope,
        tx ->
            tx
                .sql(
                    """
                    update delivery set next_at = :until, tries = tries + 1
                    where workspace_id = :workspace and id in (
                      select id from delivery
                      where workspace_id = :workspace and kind = 'mail' and state = 'waiting'
                        and next_at <= :now
                      order by next_at limit :most for update skip locked)
                    returning *""")
                .param("workspace", scope.workspace().value())
                .param("until", Timestamp.from(now.plus(LEASE)))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, _) -> new Sealed(parcel(row), row.getBytes("body")))
                .list()
                .stream()
                .flatMap(closed -> opened(scope, closed, now).stream())
                .toList());
  }

  private record Sealed(Parcel parcel, byte[] body) {}

  /* One that was sealed with a key that is gone keeps no other back. */
  private Optional<Parcel> opened(Scope scope, Sealed closed, Instant now) {
    UUID id = closed.parcel().id();
    try {
      return Optional.of(closed.parcel().saying(secrets.open(id, closed.body())));
    } catch (IllegalStateException lost) {
      end(scope, id, "refused", lost.getMessage(), now);
      return Optional.empty();
    }
  }

  /// Writes down what became of a try.
  void settle(Scope scope, Parcel parcel, Carried carried, Instant at) {
    switch (carried) {
      case Carried.Taken() -> end(scope, parcel.id(), "sent", null, at);
      case Carried.Never(var why) -> end(scope, parcel.id(), "refused", why, at);
      case Carried.NotNow(var why) -> {
        if (parcel.tries() > PAUSES.size()) {
          end(scope, parcel.id(), "refused", why, at);
        } else {
          later(scope, parcel.id(), why, at.plus(PAUSES.get(parcel.tries() - 1)));
        }
      }
    }
  }

  /* What nobody carries any more nobody needs to read: letters hold links that open doors. */
  private void end(Scope scope, UUID id, String state, @Nullable String why, Instant at) {
    transactions.run(
        scope,
        tx ->
            tx.sql(
                    """
                    update delivery set state = :state, why = :why, body = '',
                      sent_at = case when :state = 'sent' then :at else sent_at end
                    where id = :id""")
                .param("state", state)
                .param("why", why)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update());
  }

  private void later(Scope scope, UUID id, String why, Instant next) {
    transactions.run(
        scope,
        tx ->
            tx.sql("update delivery set why = ?, next_at = ? where id = ?")
                .params(why, Timestamp.from(next), id)
                .update());
  }

  /// Lets go what was written down longer ago than is kept.
  void prune(Scope scope, Instant now) {
    transactions.run(
        scope,
        tx ->
            tx.sql(
                    "delete from delivery where made_at < ? and state <> 'waiting' and kind = 'mail'")
                .param(Timestamp.from(now.minus(KEPT)))
                .update());
  }

  /// The newest letters, or all that is about one thing.
  List<DeliveryView> list(Scope scope, @Nullable UUID about, int most) {
    return transactions.in(
        scope,
        tx -> {
          String which = about == null ? " and kind = 'mail'" : " and about = :about";
          var asked =
              tx.sql(
                      "select * from delivery where workspace_id = :workspace"
                          + which
                          + " order by made_at desc, id desc limit :most")
                  .param("workspace", scope.workspace().value())
                  .param("most", most);
          return (about == null ? asked : asked.param("about", about))
              .query((row, _) -> view(row))
              .list();
        });
  }

  DeliveryView get(Scope scope, UUID id) {
    return transactions.in(
        scope,
        (JdbcClient tx) ->
            tx.sql("select * from delivery where workspace_id = ? and id = ?")
                .params(scope.workspace().value(), id)
                .query((row, _) -> view(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("There is no delivery " + id + ".")));
  }

  /// Without what it says.
  static Parcel parcel(ResultSet row) throws SQLException {
    return new Parcel(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("key"),
        row.getString("to_text"),
        row.getObject("hook_id", UUID.class),
        row.getString("subject"),
        "",
        row.getInt("tries"));
  }

  private static DeliveryView view(ResultSet row) throws SQLException {
    String state = row.getString("state");
    var next = row.getObject("next_at", OffsetDateTime.class);
    var sent = row.getObject("sent_at", OffsetDateTime.class);
    return new DeliveryView(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("to_text"),
        row.getString("subject"),
        state,
        row.getInt("tries"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        state.equals("waiting") ? next.toInstant() : null,
        sent == null ? null : sent.toInstant(),
        row.getString("why"));
  }
}

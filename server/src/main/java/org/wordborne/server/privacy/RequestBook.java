package org.wordborne.server.privacy;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.personal.Subject;
import tools.jackson.databind.json.JsonMapper;

/// The table of requests; whom one is about is closed.
@Component
class RequestBook {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 500;
  private static final int LONG_TURNS = 11;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final SecretBox box;
  private final Ids ids;
  private final InstantSource clock;

  RequestBook(SecretBox box, Ids ids, InstantSource clock) {
    this.box = box;
    this.ids = ids;
    this.clock = clock;
  }

  /// A request as it is written down.
  ///
  /// @param subject whom it is about, as far as the one who wrote it knew
  record Draft(String kind, String about, String shownBy, Subject subject) {}

  UUID write(Scope scope, JdbcClient tx, Draft draft, String by) {
    UUID id = ids.next();
    Instant now = clock.instant();
    LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusMonths(1);
    tx.sql(
            """
            insert into privacy_request (workspace_id, id, kind, about, shown_by, subject, came_at,
              due_on, state, made_name)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)""")
        .params(scope.workspace().value(), id, draft.kind(), draft.about(), draft.shownBy())
        .params(seal(id, draft.subject()), Timestamp.from(now), Date.valueOf(due), by)
        .update();
    return id;
  }

  private byte[] seal(UUID id, Subject subject) {
    return box.seal(id, JSON.writeValueAsString(subject));
  }

  /// A row, and whom it is about.
  record Kept(PrivacyRequest view, @Nullable Subject subject) {}

  List<PrivacyRequest> all(JdbcClient tx) {
    return tx
        .sql(
            """
            select * from privacy_request
            order by state in ('done', 'refused'), case when state in ('open', 'running')
              then due_on end, came_at desc limit ?""")
        .param(MOST)
        .query(this::read)
        .list()
        .stream()
        .map(Kept::view)
        .toList();
  }

  Kept get(JdbcClient tx, UUID id) {
    return tx.sql("select * from privacy_request where id = ?")
        .param(id)
        .query(this::read)
        .optional()
        .orElseThrow(() -> new NotFoundException("There is no request " + id + "."));
  }

  /// The same, and nobody else changes it meanwhile.
  Kept hold(JdbcClient tx, UUID id) {
    tx.sql("select id from privacy_request where id = ? for update")
        .param(id)
        .query(UUID.class)
        .optional();
    return get(tx, id);
  }

  /// Erasures that are under way, without those that wait before they begin again.
  List<UUID> running(JdbcClient tx) {
    return tx.sql(
            """
            select id from privacy_request
            where state = 'running' and (look_at is null or look_at <= ?) order by came_at""")
        .param(Timestamp.from(clock.instant()))
        .query(UUID.class)
        .list();
  }

  /// An erasure begins: from now on it goes by this.
  void run(JdbcClient tx, UUID id, Subject subject) {
    tx.sql("update privacy_request set state = 'running', step = 'begun', subject = ? where id = ?")
        .params(seal(id, subject), id)
        .update();
  }

  void close(JdbcClient tx, UUID id, String state, String why, SignedIn by) {
    tx.sql(
            """
            update privacy_request set state = ?, why = ?, closed_name = ?, closed_at = ?
            where id = ?""")
        .params(state, why, by.name(), Timestamp.from(clock.instant()), id)
        .update();
  }

  /// A copy was made.
  void exported(JdbcClient tx, UUID id) {
    tx.sql("update privacy_request set step = 'exported' where id = ? and state = 'open'")
        .param(id)
        .update();
  }

  /// Nothing is left, also not of the request: who it was is forgotten with the rest.
  void forgotten(JdbcClient tx, UUID id) {
    tx.sql(
            """
            update privacy_request set state = 'done', step = '', remains = '', about = '',
              shown_by = '', subject = null, closed_at = ?, closed_name = coalesce(closed_name, made_name)
            where id = ?""")
        .params(Timestamp.from(clock.instant()), id)
        .update();
    tx.sql("delete from privacy_step where request_id = ?").param(id).update();
  }

  void remains(JdbcClient tx, UUID id, String places) {
    tx.sql("update privacy_request set remains = ? where id = ?").params(places, id).update();
  }

  /// Whether a step of an erasure was done.
  boolean isDone(JdbcClient tx, UUID request, String step) {
    return tx.sql("select exists (select 1 from privacy_step where request_id = ? and step = ?)")
        .params(request, step)
        .query(Boolean.class)
        .single();
  }

  void done(Scope scope, JdbcClient tx, UUID request, String step) {
    tx.sql(
            """
            insert into privacy_step (workspace_id, request_id, step, at) values (?, ?, ?, ?)
            on conflict do nothing""")
        .params(scope.workspace().value(), request, step, Timestamp.from(clock.instant()))
        .update();
    tx.sql("update privacy_request set step = ? where id = ?").params(step, request).update();
  }

  /// Begins the steps of an erasure again, each time after a longer wait.
  void again(JdbcClient tx, UUID request) {
    tx.sql("delete from privacy_step where request_id = ?").param(request).update();
    int turns =
        tx.sql("update privacy_request set turns = turns + 1 where id = ? returning turns")
            .param(request)
            .query(Integer.class)
            .single();
    tx.sql("update privacy_request set look_at = ? where id = ?")
        .params(Timestamp.from(clock.instant().plus(wait(turns))), request)
        .update();
  }

  /// How long an erasure waits that found something left so many times: 2 s, 4 s, at most an hour.
  static Duration wait(int turns) {
    return turns > LONG_TURNS ? LONGEST_WAIT : Duration.ofSeconds(1L << turns);
  }

  /// How far the sequence of words had come when theirs were taken back.
  void takenBack(JdbcClient tx, UUID request, long seq) {
    tx.sql("update privacy_request set followed_upto = ? where id = ?")
        .params(seq, request)
        .update();
  }

  /// How far all who follow must have read; 0 where an older program took the words back.
  long followedUpto(JdbcClient tx, UUID request) {
    return tx.sql("select coalesce(followed_upto, 0) from privacy_request where id = ?")
        .param(request)
        .query(Long.class)
        .single();
  }

  /// The requests of the same human, as far as that is still known.
  List<PrivacyRequest> of(JdbcClient tx, Subject subject) {
    return tx
        .sql("select * from privacy_request where subject is not null order by came_at")
        .query(this::read)
        .list()
        .stream()
        .filter(kept -> kept.subject() != null && isSame(kept.subject(), subject))
        .map(Kept::view)
        .toList();
  }

  private static boolean isSame(Subject one, Subject other) {
    return !java.util.Collections.disjoint(one.persons(), other.persons())
        || !java.util.Collections.disjoint(one.mails(), other.mails());
  }

  /// Leaves of a request only that there was one; one that is open closes, as nobody could do it
  /// any more.
  void unname(JdbcClient tx, UUID id) {
    tx.sql(
            """
            update privacy_request set about = '', shown_by = '', subject = null,
              why = case when state = 'open' then ? else why end,
              closed_at = case when state = 'open' then ? else closed_at end,
              closed_name = coalesce(closed_name, made_name),
              state = case when state = 'open' then 'done' else state end
            where id = ?""")
        .params("They asked to be forgotten.", Timestamp.from(clock.instant()), id)
        .update();
  }

  /// Lets requests go that were closed before a time.
  int prune(JdbcClient tx, Instant before) {
    return tx.sql("delete from privacy_request where closed_at < ?")
        .param(Timestamp.from(before))
        .update();
  }

  private Kept read(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] sealed = row.getBytes("subject");
    Subject subject = sealed == null ? null : JSON.readValue(box.open(id, sealed), Subject.class);
    var due = row.getObject("due_on", LocalDate.class);
    var closed = row.getObject("closed_at", OffsetDateTime.class);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new Kept(
        new PrivacyRequest(
            id,
            row.getString("kind"),
            row.getString("about"),
            row.getString("shown_by"),
            row.getObject("came_at", OffsetDateTime.class).toInstant(),
            due,
            ChronoUnit.DAYS.between(today, due),
            row.getString("state"),
            row.getString("step"),
            row.getString("why"),
            row.getString("remains"),
            row.getString("made_name"),
            row.getString("closed_name"),
            closed == null ? null : closed.toInstant(),
            first(subject == null ? Set.of() : subject.persons()),
            first(subject == null ? Set.of() : subject.mails())),
        subject);
  }

  private static <T> @Nullable T first(Set<T> some) {
    return some.stream().findFirst().orElse(null);
  }
}

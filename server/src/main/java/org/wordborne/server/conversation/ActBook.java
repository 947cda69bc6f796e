package org.wordborne.server.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.SignedIn;

/// What the team does with conversations. Each deed is one `update` whose condition decides who
/// does it; whoever comes second is told who was first.
@Component
final class ActBook {
  private static final Duration LONGEST_LATER = Duration.ofDays(366);
  private static final int LONGEST_NOTE = 10_000;
  private static final String NOBODY = "nobody";

  private final Ids ids;
  private final InstantSource clock;
  private final QueueTurn turn;

  ActBook(Ids ids, InstantSource clock, QueueTurn turn) {
    this.ids = ids;
    this.clock = clock;
    this.turn = turn;
  }

  /// Gives a conversation to a member, or to nobody.
  ///
  /// @param from who has it as far as the one who asks knows: an id, `nobody`, or null for whoever
  /// @return whether anything changed
  boolean assign(UUID id, @Nullable UUID to, @Nullable String from, JdbcClient tx) {
    boolean done =
        tx.sql(
                    """
                update conversation set assignee_id = :to::uuid
                where id = :id and assignee_id is distinct from :to::uuid
                  and (:whoever or assignee_id is not distinct from :from::uuid)
                """)
                .param("to", to)
                .param("id", id)
                .param("whoever", from == null)
                .param("from", from == null || from.equals(NOBODY) ? null : UUID.fromString(from))
                .update()
            == 1;
    if (!done && from != null) {
      throw new ConflictException("Somebody else has just taken it or given it away.");
    }
    return done;
  }

  /// Takes all that are a member's from them; returns which.
  List<UUID> unassignAll(UUID member, JdbcClient tx) {
    return tx.sql("update conversation set assignee_id = null where assignee_id = ? returning id")
        .param(member)
        .query(UUID.class)
        .list();
  }

  void done(SignedIn by, UUID id, JdbcClient tx) {
    boolean done =
        tx.sql(
                    """
                update conversation set state = 'done', later_until = null
                where id = :id and state <> 'done'
                """)
                .param("id", id)
                .update()
            == 1;
    if (!done) {
      throw new ConflictException("It is done already" + lastBy(id, "done", tx) + ".");
    }
    tx.sql("update ask set state = 'closed' where conversation_id = :id and state = 'waiting'")
        .param("id", id)
        .update();
    turn.next(by.scope(), tx);
    write(by, id, "done", "", null, tx);
  }

  void later(SignedIn by, UUID id, Instant until, JdbcClient tx) {
    var now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_LATER))) {
      throw new BadInputException("until", until, "A time to come, within a year.");
    }
    boolean done =
        tx.sql(
                    """
                update conversation set state = 'later', later_until = :until
                where id = :id and state in ('open', 'later')
                """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update()
            == 1;
    if (!done) {
      throw new ConflictException("It is done already" + lastBy(id, "done", tx) + ".");
    }
    turn.next(by.scope(), tx);
    write(by, id, "later", "", until, tx);
  }

  void reopen(SignedIn by, UUID id, JdbcClient tx) {
    boolean done =
        tx.sql(
                    """
                update conversation set state = 'open', later_until = null
                where id = :id and state <> 'open'
                """)
                .param("id", id)
                .update()
            == 1;
    if (!done) {
      throw new ConflictException("It is open already" + lastBy(id, "reopened", tx) + ".");
    }
    // At least the latest word waits again: without any it would close itself.
    tx.sql(
            """
            update ask a set state = 'waiting', answered_at = null
            where a.conversation_id = :id and a.state in ('closed', 'answered')
              and (a.state = 'closed' or a.mention_id = (
                select l.mention_id from ask l where l.conversation_id = :id
                  and l.state in ('closed', 'answered') order by l.at desc limit 1))
            """)
        .param("id", id)
        .update();
    write(by, id, "reopened", "", null, tx);
  }

  /// Says that the queue begins at a time: what was spoken before waits no more.
  ///
  /// @return the conversations that this closed
  List<UUID> begin(SignedIn by, Instant at, JdbcClient tx) {
    if (at.isAfter(clock.instant())) {
      throw new BadInputException("at", at, "A time that has passed.");
    }
    turn.begin(by.scope(), at, tx);
    return tx.sql(
            """
            with old as (
              update ask set state = 'closed' where state = 'waiting' and at < :at
              returning conversation_id)
            select distinct conversation_id from old
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }

  /// Sets the need by hand; null gives it back to the formula.
  void need(SignedIn by, UUID id, @Nullable Integer need, JdbcClient tx) {
    if (need != null && (need < 1 || need > 4)) {
      throw new BadInputException(
          "need", need, "4 for now, 3 for today, 2 for this week, 1 for what can wait.");
    }
    var statement =
        need == null
            ? "update conversation set need_set = null, need_set_by = null where id = :id"
            : """
              update conversation set need_set = :need, need_set_by = :name, rank = :rank
              where id = :id
              """;
    tx.sql(statement)
        .param("need", need)
        .param("name", by.name())
        .param(
            "rank",
            need == null ? 0 : NeedFormula.rankFor(NeedFormula.scoreWithin(need), clock.instant()))
        .param("id", id)
        .update();
    write(by, id, "need-set", need == null ? "" : Integer.toString(need), null, tx);
  }

  void note(SignedIn by, UUID id, String text, JdbcClient tx) {
    if (text.isBlank() || text.length() > LONGEST_NOTE) {
      throw new BadInputException(
          "text", text.length() + " characters", "1 to " + LONGEST_NOTE + " characters.");
    }
    write(by, id, "note", text.strip(), null, tx);
  }

  void write(
      SignedIn by,
      UUID conversation,
      String deed,
      String text,
      @Nullable Instant until,
      JdbcClient tx) {
    tx.sql(
            """
            insert into conversation_act (workspace_id, id, conversation_id, at, person_id,
              person_name, deed, text, until)
            values (:workspace, :id, :conversation, :at, :person, :name, :deed, :text, :until)
            """)
        .param("workspace", by.workspace().value())
        .param("id", ids.next())
        .param("conversation", conversation)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("person", by.person())
        .param("name", by.name())
        .param("deed", deed)
        .param("text", text)
        .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Locks the conversation's line.
  ///
  /// @throws NotFoundException if there is none of that id
  void lock(UUID id, JdbcClient tx) {
    var found =
        tx.sql("select id from conversation where id = :id for update")
            .param("id", id)
            .query(UUID.class)
            .optional();
    if (found.isEmpty()) {
      throw new NotFoundException("There is no conversation " + id + " here.");
    }
  }

  private static String lastBy(UUID id, String deed, JdbcClient tx) {
    return tx.sql(
            """
            select person_name from conversation_act where conversation_id = :id and deed = :deed
            order by at desc limit 1
            """)
        .param("id", id)
        .param("deed", deed)
        .query(String.class)
        .optional()
        .map(name -> ": " + name + " was first")
        .orElse("");
  }
}

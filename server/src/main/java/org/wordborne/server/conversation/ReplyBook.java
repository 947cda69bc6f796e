package org.wordborne.server.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.channels.Outcome;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Sha256;

/// The states of replies. Every step is one `update … where state = …`: it decides who goes on.
@Component
final class ReplyBook {
  /// Pauses before an unknown reply is looked up for the first, second, … time.
  private static final List<Duration> LOOKS =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10));

  private static final String ALL = "select * from reply ";

  private final Ids ids;

  ReplyBook(Ids ids) {
    this.ids = ids;
  }

  /// Who decides, as it is written down.
  record Decider(@Nullable UUID person, String name) {}

  /// Plans a reply; empty where its key was used or another answer to this word is on its way.
  Optional<ReplyRecord> plan(Scope scope, ReplyRecord draft, Decider decider, JdbcClient tx) {
    var planned =
        tx.sql(
                """
                insert into reply (workspace_id, id, conversation_id, mention_id, key, text,
                  person_id, person_name, signed_as, state, place, in_reply_to, thread_root,
                  planned_at, send_at)
                values (:workspace, :id, :conversation, :mention, :key, :text, :person, :name, :as,
                  'planned', :place, :parent, :root, :planned, :send)
                on conflict do nothing returning *
                """)
            .param("workspace", scope.workspace().value())
            .param("id", draft.id())
            .param("conversation", draft.conversation())
            .param("mention", draft.mention())
            .param("key", draft.key())
            .param("text", draft.text())
            .param("person", draft.person())
            .param("name", draft.personName())
            .param("as", draft.as())
            .param("place", draft.place())
            .param("parent", draft.inReplyTo())
            .param("root", draft.threadRoot())
            .param("planned", at(draft.plannedAt()))
            .param("send", at(draft.sendAt()))
            .query(ReplyRecord::read)
            .optional();
    planned.ifPresent(reply -> decide(scope, reply, decider, draft.plannedAt(), tx));
    return planned;
  }

  /// Writes down who decided that these words leave.
  void decide(Scope scope, ReplyRecord reply, Decider decider, Instant now, JdbcClient tx) {
    tx.sql(
            """
            insert into reply_decision
              (workspace_id, id, reply_id, person_id, person_name, text, sha256, at)
            values (:workspace, :id, :reply, :person, :name, :text, :hash, :at)
            """)
        .param("workspace", scope.workspace().value())
        .param("id", ids.next())
        .param("reply", reply.id())
        .param("person", decider.person())
        .param("name", decider.name())
        .param("text", reply.text())
        .param("hash", Sha256.hex(reply.text()))
        .param("at", at(now))
        .update();
  }

  Optional<ReplyRecord> find(UUID id, JdbcClient tx) {
    return tx.sql(ALL + "where id = :id").param("id", id).query(ReplyRecord::read).optional();
  }

  Optional<ReplyRecord> byKey(String key, JdbcClient tx) {
    return tx.sql(ALL + "where key = :key").param("key", key).query(ReplyRecord::read).optional();
  }

  /// The reply to this word that is on its way or of unknown fate, if there is one.
  Optional<ReplyRecord> pending(UUID mention, JdbcClient tx) {
    return tx.sql(ALL + "where mention_id = :id and state in ('planned', 'sending', 'unknown')")
        .param("id", mention)
        .query(ReplyRecord::read)
        .optional();
  }

  List<ReplyRecord> ofConversation(UUID conversation, JdbcClient tx) {
    return tx.sql(ALL + "where conversation_id = :id order by planned_at")
        .param("id", conversation)
        .query(ReplyRecord::read)
        .list();
  }

  long sentSince(Instant since, JdbcClient tx) {
    return tx.sql("select count(*) from reply where state = 'sent' and sent_at >= :since")
        .param("since", at(since))
        .query(Long.class)
        .single();
  }

  boolean takeBack(UUID id, JdbcClient tx) {
    return moved(tx, "state = 'taken-back'", id, "state = 'planned'");
  }

  /// Plans it again, now, if it still stands as `reply` says: what became unknown a moment ago was
  /// not looked up.
  boolean planAgain(ReplyRecord reply, Instant now, JdbcClient tx) {
    return tx.sql(
                """
                update reply set state = 'planned', send_at = :now, why = null, looks = 0,
                  look_at = null
                where id = :id and state = :before
                  and state in ('refused', 'unknown', 'taken-back')
                """)
            .param("now", at(now))
            .param("id", reply.id())
            .param("before", reply.state())
            .update()
        == 1;
  }

  /// Takes one reply that is due; from here on nobody else sends it.
  Optional<ReplyRecord> claim(Instant now, JdbcClient tx) {
    return tx.sql(
            """
            update reply set state = 'sending', tried_at = :now
            where state = 'planned' and id = (
              select id from reply where state = 'planned' and send_at <= :now
              order by send_at limit 1 for update skip locked)
            returning *
            """)
        .param("now", at(now))
        .query(ReplyRecord::read)
        .optional();
  }

  /// Takes one reply of unknown fate whose time to be looked up has come.
  Optional<ReplyRecord> claimLook(Instant now, JdbcClient tx) {
    return tx.sql(
            """
            update reply set looks = looks + 1, look_at = null
            where state = 'unknown' and id = (
              select id from reply where state = 'unknown' and look_at <= :now
              order by look_at limit 1 for update skip locked)
            returning *
            """)
        .param("now", at(now))
        .query(ReplyRecord::read)
        .optional();
  }

  /// What was being sent when the program ended: nobody knows, so it is looked up.
  int orphaned(Instant now, JdbcClient tx) {
    return tx.sql(
                """
            update reply set state = 'unknown', looks = 0, look_at = :now,
              why = 'Wordborne stopped while this was being sent.'
            where state = 'sending'
            """)
            .param("now", at(now))
            .update()
        // Of those that were just being looked up, the look was lost.
        + tx.sql(
                "update reply set look_at = :now where state = 'unknown' and look_at is null"
                    + " and looks < :most")
            .param("now", at(now))
            .param("most", LOOKS.size())
            .update();
  }

  /// Notes what a try or a look gave. Returns whether it is now known to be sent by this call.
  boolean settle(ReplyRecord reply, Outcome outcome, boolean looked, Instant now, JdbcClient tx) {
    return switch (outcome) {
      case Outcome.Sent sent -> sent(reply, sent, now, tx);
      case Outcome.Refused refused -> notThere(reply, refused.why(), looked, now, tx);
      case Outcome.Unknown unknown -> unknown(reply, unknown.why(), looked, now, tx);
    };
  }

  /* A look that finds it also keeps what was planned again meanwhile from leaving twice. */

  private static boolean sent(ReplyRecord reply, Outcome.Sent sent, Instant now, JdbcClient tx) {
    boolean first =
        tx.sql(
                    """
                update reply set state = 'sent', sent_at = :now, why = null,
                  native_id = coalesce(native_id, nullif(:native, '')),
                  url = coalesce(nullif(url, ''), nullif(:url, ''))
                where id = :id and state in ('planned', 'sending', 'unknown')
                """)
                .param("now", at(now))
                .param("native", sent.nativeId())
                .param("url", sent.url())
                .param("id", reply.id())
                .update()
            == 1;
    if (!first) {
      // It was heard on its channel before the channel's answer came.
      tx.sql(
              """
              update reply set native_id = coalesce(native_id, nullif(:native, '')),
                url = coalesce(nullif(url, ''), nullif(:url, ''))
              where id = :id and state = 'sent'
              """)
          .param("native", sent.nativeId())
          .param("url", sent.url())
          .param("id", reply.id())
          .update();
    }
    return first;
  }

  /* A look that does not find it proves little: the peer may be slow. A person decides. */
  private boolean notThere(
      ReplyRecord reply, String why, boolean looked, Instant now, JdbcClient tx) {
    if (looked) {
      return unknown(reply, "It does not stand there so far: " + why, true, now, tx);
    }
    tx.sql("update reply set state = 'refused', why = :why where id = :id and state = 'sending'")
        .param("why", why)
        .param("id", reply.id())
        .update();
    return false;
  }

  /* A look says nothing of a later try, so it leaves alone what is being sent again. */
  private static boolean unknown(
      ReplyRecord reply, String why, boolean looked, Instant now, JdbcClient tx) {
    int looks =
        tx.sql("select looks from reply where id = :id")
            .param("id", reply.id())
            .query(Integer.class)
            .single();
    var next = looks < LOOKS.size() ? at(now.plus(LOOKS.get(looks))) : null;
    tx.sql(
            """
            update reply set state = 'unknown', why = :why, look_at = :next
            where id = :id and state = :before
            """)
        .param("why", why)
        .param("next", next)
        .param("id", reply.id())
        .param("before", looked ? "unknown" : "sending")
        .update();
    return false;
  }

  private static boolean moved(JdbcClient tx, String set, UUID id, String where) {
    return tx.sql("update reply set " + set + " where id = :id and " + where)
            .param("id", id)
            .update()
        == 1;
  }

  private static java.time.OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

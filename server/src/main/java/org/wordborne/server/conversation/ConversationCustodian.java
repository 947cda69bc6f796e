package org.wordborne.server.conversation;

import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.RetiredWords;
import org.wordborne.server.workspace.personal.Subject;

/// Conversations, what our people noted beside them, and what we answered.
///
/// Of somebody who is forgotten go: titles that were their words, every note in a conversation in
/// which they spoke, and our answers to them, which call them by name. That there was an answer,
/// who gave it and the hash of what was decided stay.
@Component
final class ConversationCustodian implements Custodian {
  private static final String KEPT = "with the words of the conversation";

  /* Conversations in which they spoke. */
  private static final String THEIRS =
      """
      (select c.id from conversation c where c.thread_id in (
        select s.thread_id from spoken s where s.mention_id = any(:words)))""";

  @Override
  public String name() {
    return "conversations";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "what a conversation is about",
                "conversation.title",
                "conversation.reasons",
                "conversation.state")
            .serves("to answer who asks", INTEREST)
            .kept(KEPT)
            .erasedBy("conversations"),
        of(
                "why a word asks for an answer",
                "ask.intent",
                "ask.reasons",
                "ask.native_id",
                "ask.state")
            .serves("to answer the most urgent first", INTEREST)
            .kept(KEPT)
            .erasedBy("conversations"),
        of("what our people noted", "conversation_act.text", "conversation_act.deed")
            .from("our people")
            .serves("to answer well together", INTEREST)
            .kept(KEPT)
            .erasedBy("conversations"),
        of(
                "what we answered, and who decided it",
                "reply.text",
                "reply.key",
                "reply.state",
                "reply.place",
                "reply.in_reply_to",
                "reply.thread_root",
                "reply.native_id",
                "reply.url",
                "reply.why",
                "reply_decision.text",
                "reply_decision.sha256")
            .from("our people")
            .serves("to answer once, and to show who decided it", INTEREST)
            .kept(KEPT)
            .leavesTo("the network on which the word came")
            .erasedBy("conversations"),
        of(
                "names of our people at what they did",
                "conversation.need_set_by",
                "conversation_act.person_name",
                "reply.person_name",
                "reply.signed_as",
                "reply_decision.person_name")
            .whose("our people")
            .from("their account")
            .serves("to show who did what", INTEREST)
            .kept(KEPT)
            .erasedBy("accounts"),
        notPersonal("ids only", "thanks_planned.person_id"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    UUID[] words = subject.theirIds();
    ExportRows.hand(
        tx.sql(
                "select id, title, state, waits_since, last_at from conversation where id in "
                    + THEIRS
                    + " and (person_id = any(:people) or title_mention = any(:words))"
                    + " and title <> ''")
            .param("words", words)
            .param("people", subject.personIds()),
        "conversation",
        out);
    ExportRows.hand(
        tx.sql(
                "select mention_id, intent, at, reasons, state, answered_at from ask where mention_id = any(?)")
            .param(words),
        "ask",
        out);
    ExportRows.hand(
        tx.sql(
                "select conversation_id, at, text from conversation_act where text <> ''"
                    + " and conversation_id in "
                    + THEIRS
                    + " order by at")
            .param("words", words),
        "note",
        out);
    ExportRows.hand(
        tx.sql(
                """
                select id, conversation_id, mention_id, text, state, planned_at, sent_at, url
                from reply where mention_id = any(?) and text <> '' order by planned_at""")
            .param(words),
        "answer",
        out);
  }

  @Override
  public Collection<UUID> rows(Scope scope, JdbcClient tx, Subject subject) {
    return tx.sql(
            """
            select id from conversation_act where conversation_id in %s
            union select id from reply where mention_id = any(:words)
            union select d.id from reply_decision d join reply r on r.id = d.reply_id
              where r.mention_id = any(:words)
            union select id from conversation where id in %s"""
                .formatted(THEIRS, THEIRS))
        .param("words", subject.theirIds())
        .query(UUID.class)
        .list();
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    UUID[] words = subject.wordIds();
    tx.sql(
            """
            update conversation set title = '', reasons = '[]'
            where id in %s and (title_mention = any(:words) or opener_mention = any(:words)
              or person_id = any(:people))"""
                .formatted(THEIRS))
        .param("words", words)
        .param("people", subject.personIds())
        .update();
    tx.sql("update conversation set person_id = null where person_id = any(?)")
        .param(subject.personIds())
        .update();
    tx.sql("update conversation_act set text = '' where conversation_id in " + THEIRS)
        .param("words", subject.theirIds())
        .update();
    tx.sql("delete from ask where mention_id = any(?)").param(words).update();
    tx.sql("update ask set person_id = null where person_id = any(?)")
        .param(subject.personIds())
        .update();
    replies(tx, subject);
  }

  private static void replies(JdbcClient tx, Subject subject) {
    UUID[] theirs = subject.theirIds();
    tx.sql(
            """
            update reply set state = 'taken-back', why = 'They asked to be forgotten.'
            where mention_id = any(?) and state = 'planned'""")
        .param(theirs)
        .update();
    tx.sql(
            """
            update reply_decision set text = ''
            where reply_id in (select id from reply where mention_id = any(?))""")
        .param(theirs)
        .update();
    tx.sql(
            """
            update reply set text = '', in_reply_to = 'forgotten:' || mention_id, thread_root = ''
            where mention_id = any(?)""")
        .param(theirs)
        .update();
    tx.sql(
            """
            update reply r set thread_root = n.now
            from unnest(?::text[], ?::text[]) as n(was, now)
            where r.mention_id = any(?) and r.thread_root = n.was""")
        .params(subject.nativeIds(), subject.replacements(), subject.aroundIds())
        .update();
  }

  @Override
  public void retire(Scope scope, JdbcClient tx, RetiredWords words) {
    tx.sql("delete from ask where mention_id = any(?)").param(words.ids()).update();
    var over =
        tx.sql(
                """
                select c.id from conversation c
                where c.thread_id in (select s.thread_id from spoken s where s.mention_id = any(:words))
                  and not exists (select 1 from spoken s where s.workspace_id = c.workspace_id
                    and s.thread_id = c.thread_id and s.mention_id is not null
                    and not (s.mention_id = any(:words)))""")
            .param("words", words.ids())
            .query(UUID.class)
            .list()
            .toArray(UUID[]::new);
    tx.sql(
            """
            delete from reply_decision where reply_id in (
              select id from reply where conversation_id = any(?))""")
        .param(over)
        .update();
    tx.sql("delete from reply where conversation_id = any(?)").param(over).update();
    tx.sql("delete from conversation_act where conversation_id = any(?)").param(over).update();
    tx.sql("delete from ask where conversation_id = any(?)").param(over).update();
    tx.sql("delete from conversation where id = any(?)").param(over).update();
  }
}

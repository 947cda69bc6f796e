package org.wordborne.server.person;

import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.RetiredWords;
import org.wordborne.server.workspace.personal.Subject;

/// People who were heard, their names, what they did to one another, and how we thanked them.
///
/// The ledger of thanks is never changed: it names a person by an id that, once the person is
/// forgotten, nothing else knows.
@Component
final class PersonCustodian implements Custodian {
  private static final String SILENT = "until the last of their words goes";

  @Override
  public String name() {
    return "people";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of("what people are called", "person.name", "handle.name", "handle.url", "handle.channel")
            .serves("to know who is answered, and who speaks often", INTEREST)
            .kept(SILENT)
            .leavesTo("whoever exports it here")
            .erasedBy("people"),
        of(
                "which word of whom answers which",
                "spoken.place",
                "spoken.native_id",
                "spoken.reply_to",
                "spoken.repost_of",
                "spoken.sentiment")
            .serves("to show a conversation as one", INTEREST)
            .kept("with the word")
            .erasedBy("people"),
        of("who answers, repeats, thanks, recommends us to whom", "trust_edge.deed")
            .serves("to know who is heard", INTEREST)
            .kept("with the word that shows it")
            .erasedBy("people"),
        of("how we thanked somebody", "thanks_note.text", "thanks.how")
            .from("whoever of ours thanked them")
            .serves("to thank nobody twice", INTEREST)
            .kept(
                "the note until they are forgotten; the line, which holds no word and no name, stays")
            .erasedBy("people"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql("select * from person where id = any(?)").param(subject.personIds()), "person", out);
    ExportRows.hand(
        tx.sql("select * from handle where person_id = any(?)").param(subject.personIds()),
        "handle",
        out);
    ExportRows.hand(
        tx.sql("select * from spoken where person_id = any(?) order by at")
            .param(subject.personIds()),
        "word-line",
        out);
    ExportRows.hand(
        tx.sql(
                """
                select deed, at, mention_id, from_person = any(:people) as theirs from trust_edge
                where from_person = any(:people) or to_person = any(:people) order by at""")
            .param("people", subject.personIds()),
        "deed",
        out);
    ExportRows.hand(
        tx.sql(
                """
                select t.how, t.at, t.mention_id, n.text from thanks t
                join thanks_note n on n.thanks_id = t.id
                where t.person_id = any(?) order by t.number""")
            .param(subject.personIds()),
        "thanks",
        out);
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    tx.sql("delete from trust_edge where from_person = any(:people) or to_person = any(:people)")
        .param("people", subject.personIds())
        .update();
    tx.sql("delete from trust_edge where mention_id = any(?)").param(subject.wordIds()).update();
    tx.sql(
            """
            delete from thanks_note where thanks_id in (
              select id from thanks where person_id = any(?))""")
        .param(subject.personIds())
        .update();
    lines(scope, tx, subject);
    tx.sql("delete from handle where person_id = any(?)").param(subject.personIds()).update();
    tx.sql("delete from person where id = any(?)").param(subject.personIds()).update();
  }

  /* A line stays, so that what others said around it stays one conversation: it says that a word
  was there. */
  private static void lines(Scope scope, JdbcClient tx, Subject subject) {
    tx.sql(
            """
            update spoken set native_id = 'forgotten:' || mention_id, person_id = null,
              sentiment = '', reply_to = '', repost_of = '', praises = false, thanks = false,
              asks = false, about_us = false, counted = false
            where workspace_id = ? and mention_id = any(?)""")
        .params(scope.workspace().value(), subject.wordIds())
        .update();
    tx.sql("update spoken set person_id = null where person_id = any(?)")
        .param(subject.personIds())
        .update();
    for (String statement :
        List.of(
            "update spoken s set reply_to = r.now %s s.reply_to = r.was",
            "update spoken s set repost_of = r.now %s s.repost_of = r.was")) {
      tx.sql(
              statement.formatted(
                  "from unnest(?::text[], ?::text[]) as r(was, now) where s.workspace_id = ?"
                      + " and s.mention_id = any(?) and"))
          .params(
              SpokenWord.names(subject.nativeIds()),
              subject.replacements(),
              scope.workspace().value(),
              subject.aroundIds())
          .update();
    }
  }

  @Override
  public void retire(Scope scope, JdbcClient tx, RetiredWords words) {
    tx.sql("delete from trust_edge where workspace_id = ? and mention_id = any(?)")
        .params(scope.workspace().value(), words.ids())
        .update();
    tx.sql(
            """
            with gone as (
              delete from spoken where workspace_id = :workspace and mention_id = any(:words)
              returning person_id, counted, sentiment),
            less as (
              select person_id, count(*) filter (where counted) as words,
                count(*) filter (where counted and sentiment = 'positive') as positive,
                count(*) filter (where counted and sentiment = 'negative') as negative,
                count(*) filter (where counted and sentiment = 'neutral') as neutral,
                count(*) filter (where counted and sentiment = 'mixed') as mixed,
                count(*) filter (where counted and sentiment = 'unsure') as unsure
              from gone where person_id is not null group by person_id)
            update person p set words = p.words - l.words, positive = p.positive - l.positive,
              negative = p.negative - l.negative, neutral = p.neutral - l.neutral,
              mixed = p.mixed - l.mixed, unsure = p.unsure - l.unsure
            from less l where p.workspace_id = :workspace and p.id = l.person_id""")
        .param("workspace", scope.workspace().value())
        .param("words", words.ids())
        .update();
    silent(scope, tx);
  }

  /* Whoever of them has no word left goes with the last one. Only they have no words and a time at
  which they last spoke. */
  private static void silent(Scope scope, JdbcClient tx) {
    tx.sql(
            """
            with silent as (
              select p.workspace_id, p.id from person p
              where p.workspace_id = :workspace and p.words <= 0 and not p.own
                and not exists (select 1 from spoken s where s.workspace_id = p.workspace_id
                  and s.person_id = p.id)
              limit 5000),
            names as (
              delete from handle h using silent s
              where h.workspace_id = s.workspace_id and h.person_id = s.id),
            notes as (
              delete from thanks_note n using thanks t, silent s
              where n.workspace_id = t.workspace_id and n.thanks_id = t.id
                and t.workspace_id = s.workspace_id and t.person_id = s.id)
            delete from person p using silent s
            where p.workspace_id = s.workspace_id and p.id = s.id""")
        .param("workspace", scope.workspace().value())
        .update();
  }
}

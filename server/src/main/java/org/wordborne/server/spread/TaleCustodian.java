package org.wordborne.server.spread;

import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

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

/// Who told which tale, what tales are called after, and whom we chose to ask.
@Component
final class TaleCustodian implements Custodian {
  @Override
  public String name() {
    return "tales";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of("the first words of a tale, which it is called by", "tale.title")
            .serves("to see a tale grow before it runs away", INTEREST)
            .kept("until its last teller is forgotten or their words go")
            .erasedBy("tales"),
        notPersonal("what our people found out about a tale", "tale.truth", "tale.fact"),
        of("whom a plan leaves out, and why", "seed_plan.left_out", "seed_plan.compared")
            .serves("to ask those whom others hear", INTEREST)
            .seenBy("campaign")
            .kept("until they are forgotten")
            .erasedBy("tales"),
        notPersonal(
            "who made a plan, and in which money", "seed_plan.made_by", "seed_plan.currency"),
        of("in which minute somebody spoke of a topic", "topic_word.handle")
            .serves("to see a burst in time", INTEREST)
            .seenBy("nobody")
            .kept("60 days")
            .erasedBy("tales"),
        notPersonal("counts by the minute", "burst_state.state"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql("select * from telling where handle = any(?) order by at")
            .param(subject.handleIds()),
        "telling",
        out);
    ExportRows.hand(
        tx.sql("select * from topic_word where handle = any(?) order by minute")
            .param(subject.handleIds()),
        "topic-word",
        out);
    ExportRows.hand(
        tx.sql("select * from seed_plan_person where person_id = any(?)")
            .param(subject.personIds()),
        "chosen",
        out);
  }

  /* Once their telling is gone nothing says any more that the title was theirs. */
  @Override
  public void prepare(Scope scope, JdbcClient tx, Subject subject) {
    tx.sql(
            """
            update tale set title = '' where title <> '' and topic_id is null and id in (
              select tale_id from telling where mention_id = any(?))""")
        .param(subject.wordIds())
        .update();
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    var told = TaleBook.retract(tx, List.of(subject.wordIds()));
    told.addAll(
        tx.sql("delete from telling where handle = any(?) returning tale_id")
            .param(subject.handleIds())
            .query(UUID.class)
            .list());
    TaleBook.count(tx, told, List.of());
    tx.sql("delete from topic_word where mention_id = any(?)").param(subject.wordIds()).update();
    tx.sql("delete from seed_plan_person where person_id = any(?)")
        .param(subject.personIds())
        .update();
    tx.sql("update seed_plan_person set newest = null where newest = any(?)")
        .param(subject.wordIds())
        .update();
    tx.sql(
            """
            update seed_plan_person set shared_with = null, shared = 0
            where shared_with = any(?)""")
        .param(subject.personIds())
        .update();
    subject.persons().forEach(person -> leaveOutNoMore(tx, person));
  }

  private static void leaveOutNoMore(JdbcClient tx, UUID person) {
    tx.sql(
            """
            update seed_plan set without = array_remove(without, :person),
              left_out = (
                select coalesce(jsonb_agg(one), '[]')::text
                from jsonb_array_elements(left_out::jsonb) one where one ->> 'person' <> :text)
            where :person = any(without) or left_out like '%' || :text || '%'""")
        .param("person", person)
        .param("text", person.toString())
        .update();
  }

  @Override
  public void retire(Scope scope, JdbcClient tx, RetiredWords words) {
    tx.sql(
            """
            update tale set title = ''
            where title <> '' and topic_id is null and root_mention = any(?)""")
        .param(words.ids())
        .update();
    TaleBook.count(tx, TaleBook.retract(tx, List.of(words.ids())), List.of());
    tx.sql("delete from topic_word where mention_id = any(?)").param(words.ids()).update();
  }
}

package org.wordborne.server.watch;

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
import org.wordborne.server.workspace.personal.NamesTaken;
import org.wordborne.server.workspace.personal.RetiredWords;
import org.wordborne.server.workspace.personal.Subject;

/// Alarms and the words they were raised for, and rooms that are called after a tale.
@Component
final class AlarmCustodian implements Custodian {
  /* Terms are words that most of the tellers used; with the first word gone they go as well. */
  private static final String WITHOUT_TERMS =
      """
      update alarm set first_mention = null,
        cause = (cause::jsonb || '{"terms": []}'::jsonb)::text
      where first_mention = any(?)""";

  @Override
  public String name() {
    return "alarms";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of("the words in which an alarm was raised", "alarm.cause")
            .serves("to wake somebody in time", INTEREST)
            .kept("until the word it began with is forgotten or its time is over")
            .leavesTo("whom the rule names, by mail or webhook")
            .erasedBy("alarms"),
        of("the tale a room is called after", "crisis_room.title")
            .serves("to answer together", INTEREST)
            .kept("until they are forgotten")
            .erasedBy("alarms"),
        of("what our people wrote in a room", "crisis_decision.text", "crisis_room.learnt")
            .from("our people")
            .serves("to answer together", INTEREST)
            .kept("with the room; names go with who is forgotten")
            .erasedBy("alarms"),
        of(
                "names of our people at what they did",
                "alarm.ack_name",
                "crisis_room.opened_name",
                "crisis_room.closed_name",
                "crisis_statement.made_name",
                "crisis_statement.decided_name",
                "crisis_statement.sent_to")
            .whose("our people and clients")
            .from("their account")
            .serves("to show who did what", INTEREST)
            .kept("with the alarm or room")
            .erasedBy("accounts"),
        of("whom a rule tells", "watch_rule.steps", "alarm.steps")
            .whose("our people")
            .from("our people")
            .serves("to wake somebody in time", INTEREST)
            .kept("with the rule")
            .leavesTo("their mail host")
            .erasedBy("accounts"),
        notPersonal(
            "topics, states and statements of ours",
            "alarm.key",
            "alarm.title",
            "alarm.state",
            "watch_rule.what",
            "crisis_statement.text",
            "crisis_statement.state",
            "crisis_statement.note",
            "crisis_statement.hash"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql("select id, title, cause, raised_at from alarm where first_mention = any(?)")
            .param(subject.theirIds()),
        "alarm",
        out);
  }

  @Override
  public void prepare(Scope scope, JdbcClient tx, Subject subject) {
    tx.sql(
            """
            update crisis_room r set title = ''
            where title <> '' and exists (
              select 1 from tale t join telling g on g.tale_id = t.id
              where t.id = r.tale_id and t.topic_id is null and g.mention_id = any(?))""")
        .param(subject.wordIds())
        .update();
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    tx.sql(WITHOUT_TERMS).param(subject.wordIds()).update();
    NamesTaken names = NamesTaken.of(subject);
    notes(tx, "select id, text from crisis_decision where text <> ''", names)
        .forEach(
            note ->
                tx.sql("update crisis_decision set text = ? where id = ?")
                    .params(names.outOf(note.text()), note.id())
                    .update());
    notes(tx, "select id, learnt from crisis_room where learnt <> ''", names)
        .forEach(
            note ->
                tx.sql("update crisis_room set learnt = ? where id = ?")
                    .params(names.outOf(note.text()), note.id())
                    .update());
  }

  private static List<Note> notes(JdbcClient tx, String all, NamesTaken names) {
    return tx
        .sql(all)
        .query((row, _) -> new Note(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .filter(note -> names.areIn(note.text()))
        .toList();
  }

  private record Note(UUID id, String text) {}

  @Override
  public void retire(Scope scope, JdbcClient tx, RetiredWords words) {
    tx.sql(WITHOUT_TERMS).param(words.ids()).update();
  }
}

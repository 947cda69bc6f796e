package org.wordborne.server.result;

import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
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

/// Which word counts on which day. Sums by day and reports name nobody: they stay.
@Component
final class CountedWordCustodian implements Custodian {
  @Override
  public String name() {
    return "results";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of("which word counts on which day, and how it was meant", "counted_word.mood")
            .serves("to count words and people", INTEREST)
            .seenBy("see")
            .kept("with the word")
            .erasedBy("results"),
        of("on which days somebody spoke of a topic", "person_day.handle")
            .serves("to count people, not words", INTEREST)
            .seenBy("nobody")
            .kept("with the word")
            .erasedBy("results"),
        of(
                "names of our people at what they made",
                "report.made_by",
                "spend.by_name",
                "confounder.by_name")
            .whose("our people")
            .from("their account")
            .serves("to show who did what", INTEREST)
            .seenBy("see")
            .kept("with what they made")
            .erasedBy("accounts"),
        notPersonal(
            "sums and names of topics and campaigns as they were sent; no word and no author",
            "report.view",
            "report.hash"),
        notPersonal(
            "figures, brands and sentences of our people",
            "topic_role.role",
            "topic_role.brand",
            "spend.what",
            "spend.currency",
            "spend.assumption",
            "confounder.measure",
            "confounder.what",
            "past_campaign.name",
            "past_campaign.currency",
            "result_setting.currency"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql("select mention_id, day, at, mood from counted_word where mention_id = any(?)")
            .param(subject.theirIds()),
        "counted",
        out);
    ExportRows.hand(
        tx.sql("select day, sum(words) as words from person_day where handle = any(?) group by day")
            .param(subject.handleIds()),
        "day",
        out);
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    CountedWords.retract(tx, List.of(subject.wordIds()));
    tx.sql("delete from person_day where handle = any(?)").param(subject.handleIds()).update();
  }

  @Override
  public void retire(Scope scope, JdbcClient tx, RetiredWords words) {
    tx.sql(
            """
            delete from person_day p using (
              select distinct day, handle from counted_word where mention_id = any(?)) g
            where p.day = g.day and p.handle = g.handle""")
        .param(words.ids())
        .update();
    tx.sql("delete from counted_word where mention_id = any(?)").param(words.ids()).update();
  }
}

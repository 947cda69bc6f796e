package org.wordborne.server.strategy;

import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.RetiredWords;
import org.wordborne.server.workspace.personal.Subject;

/// What we planned and decided. A theme is made of the words of 25 people at least, so it is
/// nobody's; the talk it was found in is held in memory only, and let go with who is forgotten.
@Component
final class ThemeCustodian implements Custodian {
  private final StrategyTalk talk;

  ThemeCustodian(StrategyTalk talk) {
    this.talk = talk;
  }

  @Override
  public String name() {
    return "strategy";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "names of our people at what they wrote",
                "statement.by_name",
                "theme.owner_name",
                "decision.owner_name")
            .whose("our people")
            .from("their account")
            .serves("to show who decided what", INTEREST)
            .seenBy("see")
            .kept("as long as the workspace")
            .erasedBy(""),
        notPersonal(
            "what our people planned and decided",
            "statement.kind",
            "statement.text",
            "statement.query",
            "statement.currency",
            "decision.theme_name",
            "decision.verdict",
            "decision.answer",
            "decision.reason",
            "decision.did"),
        notPersonal(
            "words that 25 people at least used",
            "theme.name",
            "theme.query",
            "theme.origin",
            "theme.words",
            "theme.state"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {}

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    talk.forget(scope);
  }

  @Override
  public void retire(Scope scope, JdbcClient tx, RetiredWords words) {
    talk.forget(scope);
  }
}

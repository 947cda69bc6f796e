package org.wordborne.server.operate;

import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.PersonalData;
import org.wordborne.server.workspace.personal.Subject;

/// The book of backups tells of files, and of nobody.
@Component
final class OperatePersonalData implements PersonalData {
  @Override
  public String name() {
    return "operate";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(notPersonal("where backups lie, and why one was not made", "backup_run.*"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {}

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {}
}

package org.wordborne.server.operate;

import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.DataMapped;

/// The book of backups tells of files, and of nobody.
@Component
final class BackupDataMap implements DataMapped {
  @Override
  public String name() {
    return "operate";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        notPersonal(
            "where backups lie, and why one was not made", "backup_run.file", "backup_run.fault"));
  }
}

package org.wordborne.server.topic;

import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.PersonalData;
import org.wordborne.server.workspace.personal.Subject;

/// Topics are written by our people and hold nothing of those who speak.
@Component
final class TopicPersonalData implements PersonalData {
  @Override
  public String name() {
    return "topics";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(notPersonal("questions of our people", "topic.*", "topic_version.*"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {}

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {}
}

package org.wordborne.server.topic;

import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.DataMapped;

/// Topics are written by our people and hold nothing of those who speak.
@Component
final class TopicDataMap implements DataMapped {
  @Override
  public String name() {
    return "topics";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        notPersonal(
            "questions of our people",
            "topic.name",
            "topic.query",
            "topic.never",
            "topic.hide",
            "topic_version.name",
            "topic_version.query",
            "topic_version.never",
            "topic_version.hide"));
  }
}

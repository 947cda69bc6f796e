package org.wordborne.server.workspace.personal;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;

/// Those who are forgotten, by their marks: what they post is not taken in again.
@Component
public class ForgottenPeople {
  private final PersonMarks marks;
  private final InstantSource clock;

  ForgottenPeople(PersonMarks marks, InstantSource clock) {
    this.marks = marks;
    this.clock = clock;
  }

  /// Those of `handles` that belong to somebody forgotten. Costs one small question where nobody
  /// is.
  public Set<UUID> among(JdbcClient tx, Scope scope, Collection<UUID> handles) {
    if (handles.isEmpty() || !isAnybody(tx)) {
      return Set.of();
    }
    var byMark =
        handles.stream()
            .distinct()
            .collect(Collectors.toMap(handle -> marks.handle(scope.workspace(), handle), id -> id));
    return known(tx, byMark.keySet()).stream().map(byMark::get).collect(Collectors.toSet());
  }

  private static boolean isAnybody(JdbcClient tx) {
    return tx.sql("select exists (select 1 from forgotten_mark)").query(Boolean.class).single();
  }

  /// Those of `marks` that are known.
  public Set<String> known(JdbcClient tx, Collection<String> marks) {
    return new HashSet<>(
        tx.sql("select mark from forgotten_mark where mark = any(?)")
            .param(marks.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /// Remembers marks; one that is known stays as it is.
  public void remember(JdbcClient tx, Scope scope, Collection<String> marks) {
    for (String mark : marks) {
      tx.sql(
              "insert into forgotten_mark (workspace_id, mark, at) values (?, ?, ?)"
                  + " on conflict do nothing")
          .params(scope.workspace().value(), mark, Timestamp.from(clock.instant()))
          .update();
    }
  }
}

package org.wordborne.server.workspace.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.personal.NamesTaken;

/// Takes somebody's words out of what acts changed: of their own rows all of it, of others their
/// names. A change that lost anything is marked with the line that tells of it.
final class ForgottenChanges {
  private static final int PAGE = 1_000;
  private static final String HOLDS =
      "(erased_by is null or before is not null or after is not null or label <> '')";

  private ForgottenChanges() {}

  /// Takes them out in the open transaction; returns which changes lost something for the first
  /// time.
  ///
  /// @param line id of the line that tells of it
  static List<String> take(JdbcClient tx, UUID line, ActBook.Matcher whom) {
    String[] rows = whom.rows().stream().map(UUID::toString).toArray(String[]::new);
    List<String> taken =
        new ArrayList<>(
            tx.sql(
                    """
                    select act || ' ' || step || ' ' || number from act_change
                    where row_id = any(?) and erased_by is null""")
                .param(rows)
                .query(String.class)
                .list());
    tx.sql(
            """
            update act_change
            set before = null, after = null, label = '', hidden = '{}', salt = null,
              erased_by = coalesce(erased_by, ?)
            where row_id = any(?) and\s"""
                + HOLDS)
        .params(line, rows)
        .update();
    if (!whom.names().isEmpty()) {
      taken.addAll(names(tx, line, whom.names()));
    }
    return taken;
  }

  private record Change(
      UUID act,
      int step,
      int number,
      String label,
      @Nullable String before,
      @Nullable String after,
      boolean erased) {
    String place() {
      return act + " " + step + " " + number;
    }

    Change without(NamesTaken names) {
      return new Change(
          act,
          step,
          number,
          names.outOf(label),
          names.outOfJson(before),
          names.outOfJson(after),
          erased);
    }

    boolean says(Change other) {
      return label.equals(other.label)
          && Objects.equals(before, other.before)
          && Objects.equals(after, other.after);
    }
  }

  private static List<String> names(JdbcClient tx, UUID line, NamesTaken names) {
    var taken = new ArrayList<String>();
    List<Change> page = page(tx, names, new Change(new UUID(0, 0), 0, 0, "", null, null, false));
    while (!page.isEmpty()) {
      for (Change change : page) {
        Change left = change.without(names);
        if (!left.says(change)) {
          put(tx, line, left);
          if (!change.erased()) {
            taken.add(change.place());
          }
        }
      }
      page = page(tx, names, page.getLast());
    }
    return taken;
  }

  private static List<Change> page(JdbcClient tx, NamesTaken names, Change behind) {
    List<String> parts = names.plainParts();
    return tx.sql(
            """
            select act, step, number, label, before::text, after::text,
              erased_by is not null as erased
            from act_change
            where (act, step, number) > (:act, :step, :number)
              and (before is not null or after is not null or label <> '')
              and (:all or concat_ws(' ', label, before::text, after::text) ilike any(:parts))
            order by act, step, number limit :most""")
        .param("act", behind.act())
        .param("step", behind.step())
        .param("number", behind.number())
        .param("all", parts.isEmpty())
        .param(
            "parts",
            parts.stream().map(part -> "%" + ActBook.escaped(part) + "%").toArray(String[]::new))
        .param("most", PAGE)
        .query(
            (row, _) ->
                new Change(
                    row.getObject("act", UUID.class),
                    row.getInt("step"),
                    row.getInt("number"),
                    row.getString("label"),
                    row.getString("before"),
                    row.getString("after"),
                    row.getBoolean("erased")))
        .list();
  }

  private static void put(JdbcClient tx, UUID line, Change left) {
    tx.sql(
            """
            update act_change set label = ?, before = cast(? as jsonb), after = cast(? as jsonb),
              salt = null, erased_by = coalesce(erased_by, ?)
            where act = ? and step = ? and number = ?""")
        .param(left.label())
        .param(left.before())
        .param(left.after())
        .params(line, left.act(), left.step(), left.number())
        .update();
  }
}

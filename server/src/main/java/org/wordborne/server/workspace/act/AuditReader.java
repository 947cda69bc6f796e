package org.wordborne.server.workspace.act;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.act.AuditViews.AuditAct;
import org.wordborne.server.workspace.act.AuditViews.AuditChange;
import org.wordborne.server.workspace.act.AuditViews.AuditField;
import org.wordborne.server.workspace.act.AuditViews.AuditLine;
import org.wordborne.server.workspace.act.AuditViews.AuditPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the book of acts. An act with several lines is shown once, with what all of them changed.
@Component
class AuditReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LINES =
      """
      select l.*,
        (select sum(s.changes) from act_line s where s.id = l.id)::int as all_changes,
        coalesce((select c.label from act_change c where c.act = l.id and c.label <> ''
          order by c.step, c.number limit 1), '') as label
      from act_line l
      """;
  private static final String ASKED =
      """
      where l.step = 1
        and (:cursor::bigint is null or l.number < :cursor::bigint)
        and (:who::uuid is null or l.by_id = :who::uuid)
        and (:deed::text is null or l.deed = :deed or starts_with(l.deed, :deed || '.'))
        and (:from::timestamptz is null or l.at >= :from::timestamptz)
        and (:to::timestamptz is null or l.at < :to::timestamptz)
        and (:about::uuid is null or l.about = :about::uuid
          or exists (select 1 from act_change c
            where c.act = l.id and c.row_id = :about::uuid::text))
        and (:q::text is null or l.by_name ilike :q or l.deed ilike :q
          or exists (select 1 from act_change c where c.act = l.id
            and (c.label ilike :q or c.before::text ilike :q or c.after::text ilike :q)))
      order by l.number desc limit :limit
      """;
  private final Transactions transactions;

  AuditReader(Transactions transactions) {
    this.transactions = transactions;
  }

  AuditPage page(Scope scope, AuditAsk ask, @Nullable String cursor, int limit) {
    Long before = number(cursor);
    List<AuditLine> found =
        transactions.in(
            scope,
            tx ->
                tx.sql(LINES + ASKED)
                    .param("cursor", before)
                    .param("who", ask.who())
                    .param("deed", word(ask.deed()))
                    .param("about", ask.about())
                    .param("from", time(ask.from()))
                    .param("to", time(ask.to()))
                    .param("q", pattern(ask.q()))
                    .param("limit", limit + 1)
                    .query(AuditReader::line)
                    .list());
    boolean more = found.size() > limit;
    List<AuditLine> shown = more ? found.subList(0, limit) : found;
    return new AuditPage(List.copyOf(shown), more ? Long.toString(shown.getLast().number()) : null);
  }

  Optional<AuditAct> act(Scope scope, long number) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(LINES + "where l.number = ?")
                .param(number)
                .query(AuditReader::line)
                .optional()
                .map(line -> whole(tx, line)));
  }

  /// The same line with what it changed.
  AuditAct whole(Scope scope, AuditLine line) {
    return transactions.in(scope, tx -> whole(tx, line));
  }

  private static AuditAct whole(JdbcClient tx, AuditLine line) {
    List<AuditChange> changes =
        tx.sql("select * from act_change where act = ? order by step, number")
            .param(line.act())
            .query((row, _) -> change(row))
            .list();
    return new AuditAct(line, changes, Math.max(0, line.changes() - changes.size()));
  }

  private static AuditLine line(ResultSet row, int index) throws SQLException {
    ActLine line = ActLine.of(row, index);
    return new AuditLine(
        line.number(),
        line.id(),
        line.at(),
        line.byId(),
        line.byName(),
        line.role(),
        line.way(),
        line.deed(),
        line.refused(),
        line.about(),
        row.getString("label"),
        row.getInt("all_changes"),
        line.facts());
  }

  private static AuditChange change(ResultSet row) throws SQLException {
    boolean erased = row.getObject("erased_by") != null;
    return new AuditChange(
        row.getString("thing"),
        row.getString("row_id"),
        row.getString("op"),
        row.getString("label"),
        erased,
        fields(
            row.getString("before"),
            row.getString("after"),
            List.of((String[]) row.getArray("hidden").getArray())));
  }

  private static List<AuditField> fields(
      @Nullable String before, @Nullable String after, List<String> hidden) {
    JsonNode was = JSON.readTree(before == null ? "{}" : before);
    JsonNode became = JSON.readTree(after == null ? "{}" : after);
    var names = new TreeSet<String>();
    Stream.of(was, became).forEach(node -> names.addAll(node.propertyNames()));
    var fields = new ArrayList<AuditField>();
    for (String name : names) {
      String old = text(was.path(name));
      String now = text(became.path(name));
      if (old != null || now != null) {
        fields.add(new AuditField(name, old, now, false));
      }
    }
    hidden.forEach(name -> fields.add(new AuditField(name, null, null, true)));
    return fields;
  }

  private static @Nullable String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return value.isString() ? value.asString() : value.toString();
  }

  private static @Nullable Long number(@Nullable String cursor) {
    try {
      return cursor == null ? null : Long.valueOf(cursor);
    } catch (NumberFormatException none) {
      throw new BadInputException("cursor", cursor, "Use the cursor of the page before.");
    }
  }

  private static @Nullable String word(@Nullable String deed) {
    return deed == null || deed.isBlank() ? null : deed.strip();
  }

  private static @Nullable String pattern(@Nullable String q) {
    return q == null || q.isBlank() ? null : "%" + ActBook.escaped(q.strip()) + "%";
  }

  private static java.time.@Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}

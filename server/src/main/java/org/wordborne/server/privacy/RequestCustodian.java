package org.wordborne.server.privacy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.DoNotContact;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.Subject;

/// What people asked for, and who is not to be written to: of who is forgotten only marks stay.
@Component
final class RequestCustodian implements Custodian {
  private final RequestBook book;
  private final SubjectMarks marks;
  private final DoNotContact blocks;

  RequestCustodian(RequestBook book, SubjectMarks marks, DoNotContact blocks) {
    this.book = book;
    this.marks = marks;
    this.blocks = blocks;
  }

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of();
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    book.of(tx, subject).stream()
        .filter(request -> !request.state().equals("running"))
        .forEach(
            request -> {
              var fields = new LinkedHashMap<String, @Nullable Object>();
              fields.put("kind", request.kind());
              fields.put("about", request.about());
              fields.put("shown_by", request.shownBy());
              fields.put("at", request.at().toString());
              fields.put("state", request.state());
              out.line("request", fields);
            });
    ExportRows.hand(
        tx.sql(
                """
                select label, reason, at from contact_block where label <> '' and id in (
                  select block_id from contact_block_mark where mark = any(?))""")
            .param(marks.all(scope, subject).toArray(String[]::new)),
        "do-not-contact",
        out);
  }

  @Override
  public Collection<UUID> rows(Scope scope, JdbcClient tx, Subject subject) {
    var rows =
        new java.util.ArrayList<>(book.of(tx, subject).stream().map(PrivacyRequest::id).toList());
    rows.addAll(
        tx.sql("select block_id from contact_block_mark where mark = any(?)")
            .param(marks.all(scope, subject).toArray(String[]::new))
            .query(UUID.class)
            .list());
    return rows;
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    blocks.unname(tx, marks.all(scope, subject));
    book.of(tx, subject).stream()
        .filter(request -> !request.state().equals("running"))
        .forEach(request -> book.unname(tx, request.id()));
  }
}

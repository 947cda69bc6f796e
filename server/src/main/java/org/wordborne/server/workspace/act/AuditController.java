package org.wordborne.server.workspace.act;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.CsvLine;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.act.AuditViews.AuditAct;
import org.wordborne.server.workspace.act.AuditViews.AuditChange;
import org.wordborne.server.workspace.act.AuditViews.AuditField;
import org.wordborne.server.workspace.act.AuditViews.AuditLine;
import org.wordborne.server.workspace.act.AuditViews.AuditPage;
import org.wordborne.server.workspace.act.AuditViews.AuditVerdict;
import tools.jackson.databind.json.JsonMapper;

/// The book of acts: searched, opened line by line, taken out as a file, checked.
@RestController
@RequestMapping("/api/v1/audit")
@Needs(Permission.AUDIT)
class AuditController {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 200;
  private static final List<String> COLUMNS =
      List.of(
          "number", "at", "person", "name", "role", "way", "deed", "outcome", "about", "thing",
          "row", "op", "label", "field", "before", "after");
  private final AuditReader reader;
  private final ActBook book;

  AuditController(AuditReader reader, ActBook book) {
    this.reader = reader;
    this.book = book;
  }

  /// A page of the acts that are asked for, newest first.
  @GetMapping
  AuditPage list(
      Scope scope,
      @ParameterObject @ModelAttribute AuditAsk ask,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new BadInputException("limit", limit, "Ask for 1 to 200 lines at once.");
    }
    return reader.page(scope, ask, cursor, limit);
  }

  /// One act with what it changed.
  @GetMapping("/{number}")
  AuditAct line(Scope scope, @PathVariable long number) {
    return reader
        .act(scope, number)
        .orElseThrow(() -> new NotFoundException("There is no such line."));
  }

  /// Reads the whole book and says whether anybody tampered with it.
  @GetMapping("/check")
  AuditVerdict check(Scope scope) {
    long lines = book.lines(scope);
    return book.firstBroken(scope)
        .map(broken -> new AuditVerdict(lines, false, broken.line(), broken.why()))
        .orElseGet(() -> new AuditVerdict(lines, true, null, null));
  }

  /// All that is asked for as a file: JSON Lines without loss, or CSV with a line for each field.
  @GetMapping("/export")
  void export(
      Scope scope,
      @ParameterObject @ModelAttribute AuditAsk ask,
      @RequestParam(defaultValue = "jsonl") String format,
      HttpServletResponse response)
      throws IOException {
    boolean csv = format.equals("csv");
    if (!csv && !format.equals("jsonl")) {
      throw new BadInputException("format", format, "Use jsonl or csv.");
    }
    response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/x-ndjson;charset=UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"audit." + (csv ? "csv" : "jsonl") + "\"");
    var out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
    if (csv) {
      write(out, CsvLine.of(COLUMNS));
    }
    String cursor = null;
    do {
      AuditPage page = reader.page(scope, ask, cursor, MOST);
      for (AuditLine line : page.lines()) {
        AuditAct act = reader.whole(scope, line);
        write(out, csv ? csv(act) : JSON.writeValueAsString(act) + "\n");
      }
      cursor = page.next();
    } while (cursor != null);
    out.flush();
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String csv(AuditAct act) {
    var text = new StringBuilder();
    for (AuditChange change : act.changes()) {
      for (AuditField field : change.fields()) {
        text.append(csv(act.line(), change, field));
      }
      if (change.fields().isEmpty()) {
        text.append(csv(act.line(), change, null));
      }
    }
    return text.isEmpty() ? csv(act.line(), null, null) : text.toString();
  }

  private static String csv(
      AuditLine line, @Nullable AuditChange change, @Nullable AuditField field) {
    return CsvLine.of(
        Arrays.asList(
            line.number(),
            line.at(),
            line.person(),
            line.name(),
            line.role(),
            line.way().word(),
            line.deed(),
            line.refused() ? "refused" : "done",
            line.about(),
            change == null ? null : change.thing(),
            change == null ? null : change.row(),
            change == null ? null : change.op(),
            change == null ? null : change.erased() ? "(erased)" : change.label(),
            field == null ? null : field.name(),
            field == null ? null : field.hidden() ? "(hidden)" : field.before(),
            field == null ? null : field.hidden() ? "(hidden)" : field.after()));
  }
}

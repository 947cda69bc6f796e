package org.wordborne.server.result;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.result.Reports.ReportDraft;
import org.wordborne.server.result.Reports.ReportMade;
import org.wordborne.server.result.Reports.ReportsView;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Results to take away, over HTTP.
@RestController
@RequestMapping("/api/v1")
class ReportsController {
  private final ResultFigures figures;
  private final Reports reports;
  private final Workspaces workspaces;

  ReportsController(ResultFigures figures, Reports reports, Workspaces workspaces) {
    this.figures = figures;
    this.reports = reports;
    this.workspaces = workspaces;
  }

  @GetMapping(value = "/results.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Needs(Permission.SEE)
  ResponseEntity<byte[]> pdf(
      Scope scope,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable UUID campaign,
      @RequestParam(required = false) @Nullable String language) {
    var texts = ReportTexts.of(language == null ? "en" : language);
    var view = figures.of(scope, figures.ask(scope, from, to, campaign));
    return file(
        "results-" + view.to() + ".pdf",
        MediaType.APPLICATION_PDF,
        ReportPdf.of(texts, view, workspaces.brand(scope).name()));
  }

  @GetMapping(value = "/results.csv", produces = "text/csv")
  @Needs(Permission.EXPORT)
  ResponseEntity<byte[]> csv(
      Scope scope,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable UUID campaign) {
    var view = figures.of(scope, figures.ask(scope, from, to, campaign));
    return file(
        "results-" + view.to() + ".csv",
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        ReportCsv.of(view).getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .contentType(type)
        .body(bytes);
  }

  @GetMapping("/reports")
  @Needs(Permission.SEE)
  ReportsView all(Scope scope) {
    return reports.all(scope);
  }

  @PostMapping("/reports")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  ReportMade make(SignedIn by, @RequestBody ReportDraft draft) {
    return reports.make(by, draft);
  }

  @DeleteMapping("/reports/{id}/link")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(Scope scope, @PathVariable UUID id) {
    reports.withdraw(scope, id);
  }
}

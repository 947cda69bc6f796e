package org.wordborne.server.source;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Imports over HTTP: a stream of lines in, lines of progress and the summary out.
@RestController
@Needs(Permission.LISTEN)
class ImportsController {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

  /// Whoever sends may not read before all is sent: so much fits into the sockets between us.
  private static final int MOST_LINES = 300;

  private final Imports imports;
  private final Sources sources;

  ImportsController(Imports imports, Sources sources) {
    this.imports = imports;
    this.sources = sources;
  }

  @PostMapping("/api/v1/imports")
  void run(
      Scope scope,
      @RequestParam(defaultValue = "import") String name,
      @RequestParam(defaultValue = "false") boolean matching,
      @RequestParam(defaultValue = "true") boolean fresh,
      @RequestParam @Nullable String mapping,
      @RequestParam @Nullable UUID source,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    String type = request.getContentType() == null ? "" : request.getContentType();
    boolean csv = type.startsWith("text/csv") || mapping != null;
    var order =
        new Imports.Order(
            name, matching, into(scope, source), csv ? columns(mapping) : null, fresh);
    response.setContentType("application/x-ndjson;charset=UTF-8");
    var out = response.getOutputStream();
    var progress = new ProgressLines(out);
    var summary = imports.run(scope, order, request.getInputStream(), progress::tell);
    line(out, summary);
  }

  private @Nullable Source into(Scope scope, @Nullable UUID source) {
    if (source == null) {
      return null;
    }
    return sources
        .find(scope, source)
        .orElseThrow(() -> new NotFoundException("There is no source " + source + "."));
  }

  private static Map<String, String> columns(@Nullable String mapping) {
    try {
      return mapping == null || mapping.isBlank() ? Map.of() : JSON.readValue(mapping, WORDS);
    } catch (JacksonException e) {
      throw new BadInputException(
          "mapping", mapping, "Use JSON such as {\"text\":\"body\",\"id\":\"number\"}.");
    }
  }

  private static void line(OutputStream out, Object value) throws IOException {
    out.write(JSON.writeValueAsBytes(value));
    out.write('\n');
    out.flush();
  }

  /// Tells how far it is, at most once a second.
  private static final class ProgressLines {
    private final OutputStream out;
    private long told = System.nanoTime();
    private int lines;

    ProgressLines(OutputStream out) {
      this.out = out;
    }

    void tell(ImportSummary now) {
      if (lines >= MOST_LINES || System.nanoTime() - told < BETWEEN_LINES.toNanos()) {
        return;
      }
      told = System.nanoTime();
      lines++;
      try {
        line(out, now);
      } catch (IOException e) {
        throw new UncheckedIOException("The reader of the import's progress went away.", e);
      }
    }
  }
}

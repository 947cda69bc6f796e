package org.wordborne.server.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.Subject;
import tools.jackson.databind.json.JsonMapper;

/// All that is kept of somebody, as a zip: a file of JSON lines for each place that holds anything,
/// and a README that says what each is and why it is kept.
@Component
class ExportFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Transactions transactions;
  private final Workspaces workspaces;
  private final Custodians custodians;

  ExportFile(Transactions transactions, Workspaces workspaces, Custodians custodians) {
    this.transactions = transactions;
    this.workspaces = workspaces;
    this.custodians = custodians;
  }

  /// Writes it.
  void write(Scope scope, Subject subject, Instant now, OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      var counts = new LinkedHashMap<Custodian, Integer>();
      for (Custodian custodian : custodians.all()) {
        int lines = place(scope, subject, custodian, zip);
        if (lines > 0) {
          counts.put(custodian, lines);
        }
      }
      zip.putNextEntry(new ZipEntry("README.txt"));
      zip.write(readMe(scope, counts, now).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
  }

  private int place(Scope scope, Subject subject, Custodian custodian, ZipOutputStream zip) {
    var lines = new Lines(zip, custodian.name().replace(' ', '-') + ".jsonl");
    transactions.run(scope, (JdbcClient tx) -> custodian.export(scope, tx, subject, lines));
    return lines.end();
  }

  /* The entry begins with its first line: a place that holds nothing has no file. */
  private static final class Lines implements ExportSink {
    private final ZipOutputStream zip;
    private final String name;
    private int count;

    Lines(ZipOutputStream zip, String name) {
      this.zip = zip;
      this.name = name;
    }

    @Override
    public void line(String kind, Map<String, ? extends @Nullable Object> fields) {
      var whole = new LinkedHashMap<String, @Nullable Object>();
      whole.put("kind", kind);
      whole.putAll(fields);
      try {
        if (count++ == 0) {
          zip.putNextEntry(new ZipEntry(name));
        }
        zip.write((JSON.writeValueAsString(whole) + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    int end() {
      try {
        if (count > 0) {
          zip.closeEntry();
        }
        return count;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String readMe(Scope scope, Map<Custodian, Integer> counts, Instant now) {
    String brand = workspaces.brand(scope).name();
    var text = new StringBuilder();
    text.append("What is kept of you").append(brand.isEmpty() ? "" : " by " + brand);
    text.append(", as of ").append(now).append(".\n\n");
    text.append("Each file has a JSON object on each line; `kind` says what it is.\n");
    counts.forEach(
        (custodian, lines) -> {
          text.append('\n').append(custodian.name().replace(' ', '-')).append(".jsonl, ");
          text.append(lines).append(lines == 1 ? " line\n" : " lines\n");
          custodian.map().stream()
              .filter(row -> row.personal() && !row.whose().equals("our people"))
              .forEach(
                  row ->
                      text.append("  ")
                          .append(row.what())
                          .append(": from ")
                          .append(row.source())
                          .append("; ")
                          .append(row.purpose())
                          .append(" (")
                          .append(row.basis())
                          .append("); kept ")
                          .append(row.kept())
                          .append("; goes to ")
                          .append(row.leavesTo())
                          .append(".\n"));
        });
    return text.append(RIGHTS).toString();
  }

  private static final String RIGHTS =
      """

      You may have what is wrong corrected, have all of it erased, object to its use, and complain
      to the authority for data protection where you live.
      """;
}

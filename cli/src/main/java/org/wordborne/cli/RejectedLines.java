package org.wordborne.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.DataFolder;

/// Lines that could not be read, in a file beside the input, or in the data folder where that
/// cannot be written: one JSON object a line, with number and reason.
final class RejectedLines implements AutoCloseable {
  private final String input;
  private final Path data;
  private @Nullable BufferedWriter out;
  private @Nullable Path file;
  private long count;

  RejectedLines(String input, Path data) {
    this.input = input;
    this.data = data;
  }

  void add(long line, String reason) throws IOException {
    BufferedWriter to = out == null ? open() : out;
    out = to;
    var entry = ServerConnection.JSON.createObjectNode().put("line", line).put("reason", reason);
    to.write(entry.toString());
    to.newLine();
    count++;
  }

  /// Says on standard error where they are, if there are any.
  void tell() {
    if (count > 0) {
      String lines = count == 1 ? "1 line" : count + " lines";
      System.err.println(
          "wordborne: " + lines + " of " + input + " could not be read; see " + file);
    }
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }

  private BufferedWriter open() throws IOException {
    if (!input.equals("-")) {
      Path beside = Path.of(input + ".rejected");
      try {
        BufferedWriter writer = Files.newBufferedWriter(beside);
        file = beside;
        return writer;
      } catch (IOException notThere) {
        file = null;
      }
    }
    Path folder = new DataFolder(data).leftovers();
    Files.createDirectories(folder);
    String name = input.equals("-") ? "stdin" : String.valueOf(Path.of(input).getFileName());
    file = folder.resolve(name + ".rejected");
    return Files.newBufferedWriter(file);
  }
}

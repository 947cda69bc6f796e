package org.wordborne.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sends a file to the server in slices: each is acknowledged by itself, so that progress is true
/// and nothing waits for an answer while it still has to send.
final class ImportRun {
  private static final int SLICE_LINES = 50_000;

  private final ServerConnection server;
  private final ImportInput input;
  private final RejectedLines rejects;
  private final boolean matching;
  private final ImportProgress progress;
  private final long begun = System.nanoTime();
  private final long[] sums = new long[5];

  ImportRun(ServerConnection server, ImportInput input, RejectedLines rejects, boolean matching) {
    this.server = server;
    this.input = input;
    this.rejects = rejects;
    this.matching = matching;
    this.progress = new ImportProgress(input);
  }

  /// Sends all; returns the summary.
  ObjectNode run() throws IOException {
    try (progress) {
      Slice slice;
      do {
        slice = new Slice(input, progress);
        send(slice);
      } while (!slice.isLast());
      progress.indexing();
      server.get("/mentions?limit=0&fresh=true");
    }
    ObjectNode summary = ServerConnection.JSON.createObjectNode();
    summary.put("read", sums[0]).put("new", sums[1]).put("updated", sums[2]);
    summary.put("same", sums[3]).put("rejected", sums[4]);
    summary.put("seconds", Math.round((System.nanoTime() - begun) / 1e6) / 1e3);
    return summary;
  }

  private void send(Slice slice) throws IOException {
    String path = "/imports?fresh=false&matching=" + matching;
    var body = BodyPublishers.ofInputStream(() -> slice);
    try (InputStream answer = server.stream("POST", path, "application/x-ndjson", body)) {
      JsonNode summary = last(answer);
      sums[0] += summary.path("read").asLong();
      sums[1] += summary.path("new").asLong();
      sums[2] += summary.path("updated").asLong();
      sums[3] += summary.path("same").asLong();
      sums[4] += summary.path("rejected").asLong();
      for (JsonNode reject : summary.path("rejects")) {
        long line = slice.numbers[reject.path("line").asInt() - 1];
        rejects.add(line, reject.path("reason").asString(""));
      }
    }
    progress.acknowledged(sums[0], sums[2] + sums[3], sums[4]);
  }

  private static JsonNode last(InputStream answer) throws IOException {
    String last = "";
    var lines = new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      last = line.isBlank() ? last : line;
    }
    JsonNode summary = last.isEmpty() ? null : ServerConnection.JSON.readTree(last);
    if (summary == null || !summary.has("rejects")) {
      throw new CommandException(
          "the import was cut off; what was acknowledged is kept: begin it again");
    }
    return summary;
  }

  /// Some lines of the input as a stream.
  private static final class Slice extends InputStream {
    private final ImportInput input;
    private final ImportProgress progress;
    private long[] numbers = new long[1_024];
    private int lines;
    private byte[] line = new byte[0];
    private int at;
    private volatile boolean last;

    Slice(ImportInput input, ImportProgress progress) {
      this.input = input;
      this.progress = progress;
    }

    boolean isLast() {
      return last;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (at == line.length && !advance()) {
        return -1;
      }
      int count = Math.min(length, line.length - at);
      System.arraycopy(line, at, into, from, count);
      at += count;
      return count;
    }

    private boolean advance() throws IOException {
      if (last || lines == SLICE_LINES) {
        return false;
      }
      byte @Nullable [] next = input.next();
      if (next == null) {
        last = true;
        return false;
      }
      if (lines == numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.min(SLICE_LINES, lines * 2));
      }
      numbers[lines++] = input.number();
      line = Arrays.copyOf(next, next.length + 1);
      line[next.length] = '\n';
      at = 0;
      progress.sent();
      return true;
    }
  }
}

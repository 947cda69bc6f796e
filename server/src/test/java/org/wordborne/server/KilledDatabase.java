package org.wordborne.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The embedded PostgreSQL of a data folder, reached by signals as an accident would.
public final class KilledDatabase {
  private KilledDatabase() {}

  /// Ends all its processes at once, as kill -9 does; nothing happens where none lives.
  public static void in(Path data) throws IOException, InterruptedException {
    signal(data, "KILL");
  }

  /// Sends a signal to all its processes.
  public static void signal(Path data, String name) throws IOException, InterruptedException {
    Path file = data.resolve("database/postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    long postmaster = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    List<String> all =
        ProcessHandle.of(postmaster).stream()
            .flatMap(whole -> Stream.concat(Stream.of(whole), whole.descendants()))
            .map(one -> Long.toString(one.pid()))
            .toList();
    if (!all.isEmpty()) {
      var command = new java.util.ArrayList<>(List.of("kill", "-" + name));
      command.addAll(all);
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
  }
}

package org.wordborne.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wordborne.server.ServerFile;
import org.wordborne.server.workspace.DataFolder;

/// A server as the launcher starts it, in a process and with a heap of its own.
final class ServedApart extends Served {
  private final Process process;

  private ServedApart(Path folder, ServerFile file, Process process) {
    super(folder, file.url(), file.token());
    this.process = process;
  }

  static ServedApart open() throws IOException {
    Path folder = Files.createTempDirectory("wordborne-bench");
    Path launcher = Path.of(System.getenv("WORDBORNE_HOME"), "wordborne");
    Process process =
        new ProcessBuilder(launcher.toString(), "serve", "--data", folder.toString(), "--port", "0")
            .redirectError(folder.resolve("bench.log").toFile())
            .start();
    String ready = process.inputReader().readLine();
    if (ready == null) {
      throw new IllegalStateException(Files.readString(folder.resolve("bench.log")));
    }
    var file = ServerFile.read(new DataFolder(folder)).orElseThrow();
    return new ServedApart(folder, file, process);
  }

  /// The most that the JVM ever held in memory, in MB.
  double mostResident() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  /// Lets it stand still, or go on.
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid()))).start().waitFor();
  }

  @Override
  void stop() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

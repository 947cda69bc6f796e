package org.wordborne.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// From the launcher's start to the ready line on a kept folder, and what the idle server holds.
public final class StartBenchmark implements Benchmark {
  private static final int RUNS = 5;
  private static final int IDLE_SECONDS = 60;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String about() {
    return "serve and demo ready, warm, on kept data; idle memory of the JVM";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    Path launcher = Path.of(System.getenv("WORDBORNE_HOME"), "wordborne");
    var results = new ArrayList<Comparison>();
    for (String command : List.of("serve", "demo")) {
      Path folder = Files.createTempDirectory("wordborne-start");
      var ready = new ArrayList<Double>();
      start(launcher, command, folder, 0); // lays the folder down
      double memory = 0;
      for (int run = 0; run < RUNS; run++) {
        boolean last = run == RUNS - 1 && command.equals("serve");
        double[] told = start(launcher, command, folder, last ? IDLE_SECONDS : 0);
        ready.add(told[0]);
        memory = told[1];
      }
      results.add(new Comparison(command + " ready", "", "s", ready, List.of()));
      if (command.equals("serve")) {
        results.add(new Comparison("idle JVM after 60 s", "", "MB", List.of(memory), List.of()));
      }
    }
    return results;
  }

  /// Seconds to the ready line, and the JVM's resident MB after `idle` seconds.
  private static double[] start(Path launcher, String command, Path folder, int idle)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(launcher.toString(), command, "--data", folder.toString(), "--port", "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines = process.inputReader()) {
      String ready = lines.readLine();
      double seconds = (System.nanoTime() - begun) / 1e9;
      if (ready == null) {
        throw new IllegalStateException(command + " ended with " + process.waitFor());
      }
      TimeUnit.SECONDS.sleep(idle);
      return new double[] {seconds, resident(process.pid())};
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static double resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }
}

package org.wordborne.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A server in a process of its own, so that a test may kill it.
public final class ServerInProcess implements AutoCloseable {
  private final Process process;
  private final String url;

  private ServerInProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /// Starts one on `data` and waits until it is ready; `jvm` are further options of its JVM.
  public static ServerInProcess start(Path data, String... jvm) throws IOException {
    Process process =
        ChildJvm.of(ServerInProcess.class, List.of(jvm), data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String ready = out.readLine();
    if (ready == null) {
      throw new IOException("the server ended before it was ready");
    }
    return new ServerInProcess(process, ready);
  }

  /// Where it answers.
  public String url() {
    return url;
  }

  /// Ends it as kill -9 does.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Waits until it ended by itself, as at a crash point.
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// The process's own beginning.
  public static void main(String[] args) throws InterruptedException {
    RunningServer server = ServerProcess.start(ServerOptions.at(Path.of(args[0])).withPort(0));
    System.out.println(server.url());
    System.out.flush();
    server.await();
  }
}

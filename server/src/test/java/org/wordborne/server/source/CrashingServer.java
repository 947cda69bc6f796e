package org.wordborne.server.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wordborne.server.ChildJvm;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;

/// A server in a process of its own that hears a feed of the test, and that the test kills.
final class CrashingServer implements AutoCloseable {
  private final Process process;
  private final String url;
  private final String token;

  private CrashingServer(Process process, String url, String token) {
    this.process = process;
    this.url = url;
    this.token = token;
  }

  /// Starts one on `data` that may reach `feed`, and that halts at the crash point `crash`; at
  /// none if that is "".
  static CrashingServer start(Path data, String feed, String crash) throws IOException {
    List<String> options = crash.isEmpty() ? List.of() : List.of("-DWORDBORNE_CRASH=" + crash);
    Process process =
        ChildJvm.of(CrashingServer.class, options, data.toString(), feed)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String url = out.readLine();
    String token = out.readLine();
    return new CrashingServer(process, url == null ? "" : url, token == null ? "" : token);
  }

  /// Where it answers; "" if it halted before it was ready.
  String url() {
    return url;
  }

  String token() {
    return token;
  }

  /// Ends it as kill -9 does after some time, unless it halts by itself before.
  void killAfter(int millis) throws InterruptedException {
    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The process's own beginning.
  public static void main(String[] args) throws InterruptedException {
    var options = ServerOptions.at(Path.of(args[0])).withPort(0).withAllowPrivate(List.of(args[1]));
    RunningServer server = ServerProcess.start(options);
    System.out.println(server.url());
    System.out.println(server.token());
    System.out.flush();
    server.await();
  }
}

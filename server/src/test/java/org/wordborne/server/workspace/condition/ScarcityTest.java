package org.wordborne.server.workspace.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.ChildJvm;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import tools.jackson.databind.json.JsonMapper;

/// A server with 256 open files, a heap of 256 MB and five connections to its database, of which
/// three serve.
@Tag("second-stage")
class ScarcityTest {
  private static final int SERVING = 3;
  private static final int WORDS = 10_000;
  private static final int AT_ONCE = 15;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir private Path data;

  @Test
  void serve_littleOfEverything_takesAllWordsAndAnswersAll() throws Exception {
    Process server = start();
    try (var out = server.inputReader()) {
      String url = String.valueOf(out.readLine());
      String token = String.valueOf(out.readLine());

      HttpResponse<String> imported = send(url, token, "POST", "/imports?fresh=true", words());
      assertThat(imported.statusCode()).isEqualTo(200);
      List<Integer> answers = atOnce(url, token);
      HttpResponse<String> all = send(url, token, "GET", "/mentions?spam=include&limit=0", "");

      assertThat(answers).hasSize(AT_ONCE * 4).allMatch(status -> status == 200 || status == 429);
      assertThat(JsonMapper.shared().readTree(all.body()).path("total").asInt()).isEqualTo(WORDS);
      assertThat(server.isAlive()).isTrue();
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private Process start() throws IOException {
    var child =
        ChildJvm.of(
            ScarcityTest.class,
            List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"),
            data.toString());
    var command = new ArrayList<>(List.of("sh", "-c", "ulimit -n 256; exec \"$@\"", "sh"));
    command.addAll(child.command());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<Integer> atOnce(String url, String token) {
    var paths = List.of("/now", "/conversations", "/mentions?query=lantern", "/people");
    List<CompletableFuture<Integer>> asked =
        IntStream.range(0, AT_ONCE * paths.size())
            .mapToObj(i -> request(url, token, "GET", paths.get(i % paths.size()), ""))
            .map(request -> HTTP.sendAsync(request, BodyHandlers.ofString()))
            .map(answer -> answer.thenApply(HttpResponse::statusCode))
            .toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private static String words() {
    var lines = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      lines.append("{\"id\":\"w").append(i).append("\",\"text\":\"Is the lantern open, word ");
      lines.append(i).append("?\",\"author\":{\"id\":\"p").append(i % 500).append("\"}}\n");
    }
    return lines.toString();
  }

  private static HttpResponse<String> send(
      String url, String token, String method, String path, String body) throws Exception {
    return HTTP.send(request(url, token, method, path, body), BodyHandlers.ofString());
  }

  private static HttpRequest request(
      String url, String token, String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
        .timeout(Duration.ofMinutes(3))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/x-ndjson")
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  /// The process's own beginning.
  public static void main(String[] args) throws InterruptedException {
    var options = ServerOptions.at(Path.of(args[0])).withPort(0).withConnections(SERVING);
    RunningServer server = ServerProcess.start(options);
    System.out.println(server.url());
    System.out.println(server.token());
    System.out.flush();
    server.await();
  }
}

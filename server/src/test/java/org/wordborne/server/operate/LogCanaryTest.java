package org.wordborne.server.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.ChildJvm;
import org.wordborne.server.ServerFile;
import org.wordborne.server.ServerInProcess;
import org.wordborne.server.workspace.DataFolder;
import tools.jackson.databind.json.JsonMapper;

/// Names, words, addresses and secrets go in by every door that is open; none comes out in the
/// log, which is JSON, one object a line.
class LogCanaryTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir private Path folder;

  @Test
  void log_asJson_holdsNoCanary() throws Exception {
    Path log = folder.resolve("log");
    Path data = folder.resolve("data");
    var child =
        ChildJvm.of(
                ServerInProcess.class,
                List.of("-Dwordborne.log-format=json", "-Dlogging.level.org.wordborne=debug"),
                data.toString())
            .redirectError(log.toFile())
            .start();
    String token;
    try {
      var out =
          new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
      String url = out.readLine();
      token = ServerFile.read(new DataFolder(data)).orElseThrow().token();
      speak(url, token);
    } finally {
      child.destroy();
      child.waitFor();
    }

    String said = Files.readString(log);
    assertThat(said).doesNotContainIgnoringCase("canary").doesNotContain(token);
    assertThat(said.lines().filter(line -> !line.isBlank() && !line.startsWith("WARNING:")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(JSON.readTree(line).path("@timestamp").isString()).isTrue());
  }

  private static void speak(String url, String token) throws Exception {
    var post =
        Map.of(
            "id", "canary-1",
            "text", "The canary word\nof a line \u2028 of its own",
            "author", Map.of("id", "canary-author", "name", "Canary Miller"));
    assertThat(send(url, token, "/imports?format=jsonl", JSON.writeValueAsString(post)))
        .isBetween(200, 299);
    send(url, token, "/imports?format=jsonl", "{\"canary\": broken");
    send(url, token, "/topics", "{\"name\":\"canary topic\",\"query\":\"canary AND (\"}");
    send(url, token, "/topics", "{\"name\":[\"canary\"],\"unknown\":\"canary\"}");
    send(
        url, token, "/session", "{\"email\":\"canary@example.org\",\"password\":\"canary words\"}");
    send(
        url,
        token,
        "/sources",
        "{\"kind\":\"feed\",\"name\":\"canary\",\"settings\":{\"url\":\"http://127.0.0.1:9/canary\"}}");
    send(url, "canary-token", "/members?q=canary", "{}");
  }

  private static int send(String url, String token, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .header(
                "Content-Type",
                path.contains("jsonl") ? "application/x-ndjson" : "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).statusCode();
  }
}

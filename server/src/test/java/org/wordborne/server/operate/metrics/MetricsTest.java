package org.wordborne.server.operate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.workspace.Condition.Kind;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Telemetry;

class MetricsTest {
  private static final Path PAGE = Path.of("..", "docs", "operate.md");

  /* Prometheus, text format 0.0.4: a name, labels in braces, a number. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-z_]+?)(_bucket|_sum|_count)?"
              + "(\\{[a-z]+=\"[^\"\\\\\\n]*\"(,[a-z]+=\"[^\"\\\\\\n]*\")*})?"
              + " (-?\\d+(\\.\\d+)?(E-?\\d+)?|\\+Inf)");

  @TempDir private Path folder;

  @Test
  void text_everyLine_isOfTheFormat() {
    String text = text();

    var types = new HashMap<String, String>();
    var seen = new HashSet<String>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# TYPE ")) {
        String[] words = line.split(" ", -1);
        assertThat(types.put(words[2], words[3])).as(line).isNull();
      } else if (!line.startsWith("# HELP ")) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(types).as(line).containsKey(sample.group(1));
        assertThat(sample.group(2) != null)
            .as(line)
            .isEqualTo(types.get(sample.group(1)).equals("histogram"));
        assertThat(seen.add(line.substring(0, line.lastIndexOf(' '))))
            .as("twice: " + line)
            .isTrue();
      }
    }
    assertThat(text).endsWith("\n");
  }

  @Test
  void names_allOfThem_standOnThePage() throws IOException {
    Set<String> told = new TreeSet<>();
    text()
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .forEach(line -> told.add(line.split(" ", -1)[2]));
    Set<String> documented = new TreeSet<>();
    Matcher row =
        Pattern.compile("(?m)^\\| `(wordborne_[a-z_]+)` ").matcher(Files.readString(PAGE));
    while (row.find()) {
      documented.add(row.group(1));
    }

    assertThat(documented).isEqualTo(told);
  }

  @Test
  void requests_ofAnOperation_areCountedByStatusWithTheirTime() {
    double before = value("wordborne_requests_total{operation=\"topics.list\",status=\"2xx\"}");
    ServerFixture.get("/api/v1/topics");
    ServerFixture.get("/api/v1/topics");

    assertThat(value("wordborne_requests_total{operation=\"topics.list\",status=\"2xx\"}"))
        .isEqualTo(before + 2);
    assertThat(value("wordborne_request_seconds_bucket{operation=\"topics.list\",le=\"+Inf\"}"))
        .isEqualTo(value("wordborne_request_seconds_count{operation=\"topics.list\"}"));
  }

  @Test
  void text_afterCanariesThroughEveryDoor_holdsNone() {
    ServerFixture.post("/api/v1/topics", Map.of("name", "Canary A", "query", "canary"));
    ServerFixture.post("/api/v1/workspaces", Map.of("name", "Canary House"));
    ServerFixture.post("/api/v1/tokens", Map.of("name", "canary token"));
    ServerFixture.get("/canary/path?canary=1");
    ServerFixture.send(
        ServerFixture.request("/api/v1/topics")
            .method("CANARY", HttpRequest.BodyPublishers.noBody())
            .build());

    assertThat(text()).doesNotContainIgnoringCase("canary");
  }

  @Test
  void ask_ofWhoMayNot_isRefused() {
    Answer made =
        ServerFixture.post("/api/v1/tokens", Map.of("name", "reader", "scopes", List.of("read")));
    String token = made.json().path("token").asString();

    assertThat(ServerFixture.send(ServerFixture.request("/metrics").build()).status())
        .isEqualTo(403);
    assertThat(
            ServerFixture.send(
                    ServerFixture.request("/metrics")
                        .header("Authorization", "Bearer " + token)
                        .build())
                .status())
        .isEqualTo(403);
  }

  @Test
  void ask_withoutTokenWhereAllowed_isAnsweredToThisMachineAlone() {
    var options =
        ServerOptions.at(folder)
            .withPort(0)
            .withPublicUrl("https://words.example.org")
            .withTelemetry(new Telemetry(true, null, Map.of()));
    try (RunningServer server = ServerProcess.start(options)) {
      var ask = HttpRequest.newBuilder(java.net.URI.create(server.url() + "/metrics"));
      assertThat(ServerFixture.send(ask.build()).status()).isEqualTo(200);
      server.bean(Conditions.class).set(Kind.DATABASE, true, Instant.EPOCH);
      assertThat(ServerFixture.send(ask.build()).body()).contains("wordborne_database_up 0\n");

      ask.header("X-Forwarded-For", "203.0.113.9");
      assertThat(ServerFixture.send(ask.build()).status()).isEqualTo(403);
    }
  }

  private static String text() {
    Answer answer = ServerFixture.get("/metrics");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain;version=0.0.4");
    return answer.body();
  }

  private static double value(String sample) {
    return text()
        .lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
        .findFirst()
        .orElse(0);
  }
}

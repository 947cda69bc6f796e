package org.wordborne.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.server.ChildJvm;
import org.wordborne.server.conversation.ServerChild;
import tools.jackson.databind.JsonNode;

/// An erasure whose process is ended in the middle goes on at the next start, to its end.
@Tag("second-stage")
class ErasureKillTest {
  private static final String NOBODY = "127.0.0.1:1";
  @TempDir Path folder;

  @BeforeAll
  static void startFast() throws IOException {
    ChildJvm.learnFromNext();
  }

  @ParameterizedTest(name = "ended at {0}")
  @ValueSource(
      strings = {
        "privacy.step",
        "privacy.step:9",
        "privacy.words",
        "privacy.step:30",
        "privacy.index",
        "privacy.done"
      })
  void erase_processEndedInTheMiddle_endsAfterTheNextStart(String crash) throws Exception {
    JsonNode source;
    try (var dying = new ServerChild(folder, NOBODY, crash)) {
      source = dying.post("/sources", webhook());
      assertThat(push(dying, source, "1")).isBetween(200, 299);
      String request = request(dying, person(dying));
      try {
        dying.post("/privacy/requests/" + request + "/erase", Map.of("typed", "Zuvexa Quilbo"));
      } catch (IOException itEndedBeforeItsAnswer) {
        assertThat(dying.ended()).isTrue();
      }
      assertThat(dying.ended()).isTrue();
    }
    try (var born = new ServerChild(folder, NOBODY, "")) {
      awaitDone(born);

      push(born, source, "2");

      assertThat(born.get("/mentions?limit=50").toString()).doesNotContain("Zuvexa");
      assertThat(born.get("/people").toString()).doesNotContain("Zuvexa");
      assertThat(found(born)).isEmpty();
    }
  }

  private static Map<String, Object> webhook() {
    return Map.of("kind", "webhook", "name", "forum", "settings", Map.of(), "everything", true);
  }

  private static int push(ServerChild server, JsonNode source, String id) throws Exception {
    return server.push(
        source.get("webhookUrl").asString(),
        source.get("secret").asString(),
        Map.of(
            "id",
            id,
            "text",
            "Why does my lantern leak? Says Zuvexa.",
            "author",
            Map.of("id", "zuvexa", "name", "Zuvexa Quilbo")));
  }

  private static String person(ServerChild server) throws Exception {
    Instant until = Instant.now().plusSeconds(60);
    JsonNode found = found(server);
    while (found.isEmpty()) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(100);
      found = found(server);
    }
    return found.get(0).path("person").asString();
  }

  private static JsonNode found(ServerChild server) throws Exception {
    return server.post("/privacy/people", Map.of("name", "Zuvexa Quilbo")).path("people");
  }

  private static String request(ServerChild server, String person) throws Exception {
    return server
        .post(
            "/privacy/requests",
            Map.of("kind", "erasure", "person", person, "shownBy", "signed in there"))
        .path("id")
        .asString();
  }

  private static void awaitDone(ServerChild server) throws Exception {
    Instant until = Instant.now().plusSeconds(60);
    while (!server.get("/privacy/requests").path("requests").toString().contains("\"done\"")) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(100);
    }
  }
}

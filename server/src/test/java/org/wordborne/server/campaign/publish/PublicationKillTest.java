package org.wordborne.server.campaign.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.ChildJvm;
import org.wordborne.server.conversation.Peer;
import org.wordborne.server.conversation.Peer.Behaviour;
import org.wordborne.server.conversation.ServerChild;
import tools.jackson.databind.JsonNode;

/// The whole way of a post, with the process ended in the middle and started again on the same
/// folder.
@Tag("second-stage")
class PublicationKillTest {
  @TempDir Path folder;

  @BeforeAll
  static void startFast() throws IOException {
    ChildJvm.learnFromNext();
  }

  @ParameterizedTest(name = "ended at {0}, peer {1}")
  @CsvSource({
    "publication.claimed, ACCEPTS, 0, unknown",
    "publication.carried, ACCEPTS, 1, sent",
    "publication.carried, RESETS, 0, unknown"
  })
  void post_processEndedInTheMiddle_standsAsOftenAsTheCalendarSays(
      String crash, Behaviour how, int times, String state) throws Exception {
    try (var peer = new Peer(how)) {
      String post;
      try (var dying = new ServerChild(folder, peer.hostPort(), crash)) {
        post = plan(dying, peer);
        assertThat(dying.ended()).isTrue();
      }
      peer.behave(Behaviour.ACCEPTS);
      try (var born = new ServerChild(folder, peer.hostPort(), "")) {
        JsonNode text = outcome(born, post);

        assertThat(peer.book()).hasSize(times).allMatch("Oat, from today."::equals);
        assertThat(text.path("state").asString()).isEqualTo(state);
        assertThat(text.path("url").asString(""))
            .isEqualTo(times == 0 ? "" : "https://peer.example/native-1");
      }
    }
  }

  private static String plan(ServerChild server, Peer peer) throws Exception {
    var source = server.noticeboard(peer);
    var text =
        Map.of("source", source.path("source").path("id").asString(), "text", "Oat, from today.");
    var draft =
        Map.of(
            "title",
            "You asked",
            "at",
            LocalDateTime.now(ZoneOffset.UTC).plusSeconds(5).withNano(0).toString(),
            "zone",
            "UTC",
            "variants",
            List.of(text));
    String id = server.post("/publications", draft).path("id").asString();
    server.post("/publications/" + id + "/approve", Map.of());
    return id;
  }

  private static JsonNode outcome(ServerChild server, String post) throws Exception {
    Instant until = Instant.now().plusSeconds(60);
    JsonNode now = server.get("/publications/" + post).path("variants").get(0);
    while (Instant.now().isBefore(until) && !isSettled(now)) {
      Thread.sleep(200);
      now = server.get("/publications/" + post).path("variants").get(0);
    }
    return now;
  }

  private static boolean isSettled(JsonNode text) {
    return text.path("state").asString().equals("sent")
        || text.path("why").asString("").contains("does not stand there");
  }
}

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
    "publication.claimed, ACCEPTS",
    "publication.carried, ACCEPTS",
    "publication.carried, ACCEPTS_THEN_DROPS_THE_LINE",
    "publication.carried, RESETS"
  })
  void post_processEndedInTheMiddle_isPublishedAtMostOnce(String crash, Behaviour how)
      throws Exception {
    try (var peer = new Peer(how)) {
      String post;
      try (var dying = new ServerChild(folder, peer.hostPort(), crash)) {
        post = plan(dying, peer);
        assertThat(dying.ended()).isTrue();
      }
      try (var born = new ServerChild(folder, peer.hostPort(), "")) {
        String state = outcome(born, post);

        assertThat(peer.book()).hasSizeLessThanOrEqualTo(1);
        assertThat(state)
            .isIn(peer.book().isEmpty() ? List.of("unknown", "refused") : List.of("sent"));
      }
    }
  }

  private static String plan(ServerChild server, Peer peer) throws Exception {
    var source =
        server.post(
            "/sources",
            Map.of(
                "kind",
                "webhook",
                "name",
                "Noticeboard",
                "settings",
                Map.of("answerUrl", peer.url()),
                "everything",
                true));
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

  private static String outcome(ServerChild server, String post) throws Exception {
    Instant until = Instant.now().plusSeconds(30);
    JsonNode now = server.get("/publications/" + post).path("variants").get(0);
    while (Instant.now().isBefore(until) && !isSettled(now)) {
      Thread.sleep(200);
      now = server.get("/publications/" + post).path("variants").get(0);
    }
    return now.path("state").asString();
  }

  private static boolean isSettled(JsonNode text) {
    return text.path("state").asString().equals("sent")
        || text.path("why").asString("").contains("does not stand there");
  }
}

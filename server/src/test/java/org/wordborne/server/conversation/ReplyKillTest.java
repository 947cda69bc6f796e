package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.ChildJvm;
import org.wordborne.server.conversation.Peer.Behaviour;
import tools.jackson.databind.JsonNode;

/// The whole way of a reply, through the API and a webhook source, with the process ended in the
/// middle and started again on the same folder.
@Tag("second-stage")
class ReplyKillTest {
  @TempDir Path folder;

  @BeforeAll
  static void startFast() throws IOException {
    ChildJvm.learnFromNext();
  }

  @ParameterizedTest(name = "ended at {0}, peer {1}")
  @CsvSource({
    "reply.claimed, ACCEPTS",
    "reply.carried, ACCEPTS",
    "reply.carried, ACCEPTS_THEN_DROPS_THE_LINE",
    "reply.carried, RESETS",
    "reply.settled, FAILS_AFTER_ACCEPTING",
    "reply.looked-up, FAILS_AFTER_ACCEPTING"
  })
  void reply_processEndedInTheMiddle_isPublishedAtMostOnce(String crash, Behaviour how)
      throws Exception {
    try (var peer = new Peer(how)) {
      String reply;
      try (var dying = new ServerChild(folder, peer.hostPort(), crash)) {
        reply = planReply(dying, peer);
        assertThat(dying.ended()).isTrue();
      }
      try (var born = new ServerChild(folder, peer.hostPort(), "")) {
        var told = outcome(born, reply);

        assertThat(peer.book()).hasSizeLessThanOrEqualTo(1);
        assertThat(told.get("state").asString())
            .isIn(peer.book().isEmpty() ? List.of("unknown", "refused") : List.of("sent"));
      }
    }
  }

  private static String planReply(ServerChild server, Peer peer) throws Exception {
    var source = server.noticeboard(peer);
    var post =
        Map.<String, Object>of(
            "id",
            "q1",
            "text",
            "Is it true that the Lantern is closing in January?",
            "author",
            Map.of("id", "ana", "name", "Ana"));
    int status =
        server.push(source.get("webhookUrl").asString(), source.get("secret").asString(), post);
    assertThat(status).isBetween(200, 299);
    var mention = server.get("/conversations").get("conversations");
    for (int i = 0; i < 100 && mention.isEmpty(); i++) {
      Thread.sleep(100);
      mention = server.get("/conversations").get("conversations");
    }
    var row = mention.get(0);
    var request =
        Map.of(
            "text",
            "Dear Ana, no, we are not closing.",
            "inReplyTo",
            row.get("opener").get("mentionId").asString(),
            "key",
            "key-1",
            "takeBackSeconds",
            0);
    return server
        .post("/conversations/" + row.get("id").asString() + "/replies", request)
        .get("id")
        .asString();
  }

  /* Look-ups come after two and fifteen seconds. */
  private static JsonNode outcome(ServerChild server, String reply) throws Exception {
    var told = server.get("/replies/" + reply);
    for (int i = 0; i < 60 && !told.get("state").asString().equals("sent"); i++) {
      Thread.sleep(100);
      told = server.get("/replies/" + reply);
    }
    return told;
  }
}

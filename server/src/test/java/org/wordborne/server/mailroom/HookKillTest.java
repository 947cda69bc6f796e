package org.wordborne.server.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.conversation.ServerChild;

/// A word is heard and told to a program; the server is killed after the program took it and
/// before that is written down.
@Tag("second-stage")
class HookKillTest {
  @TempDir Path folder;

  @Test
  void told_killedBeforeItIsWrittenDown_comesAgainUnderTheSameIdAndNothingIsLost()
      throws Exception {
    try (var program = new HookReceiver(freePort())) {
      String peer = program.url().replaceAll("http://|/told", "");
      String hook;
      try (var dying = new ServerChild(folder, peer, "hook.told")) {
        hook = tellOfWords(dying, program.url());
        hear(dying);
        assertThat(dying.ended()).isTrue();
      }
      int before = program.told().size();
      try (var born = new ServerChild(folder, peer, "")) {
        String log = "/hooks-out/" + hook + "/deliveries?state=sent";
        for (int i = 0; i < 600 && born.get(log).get("deliveries").size() < 2; i++) {
          Thread.sleep(100);
        }
        assertThat(born.get(log).get("deliveries")).hasSize(2);
      }

      assertThat(before).isPositive();
      assertThat(program.told()).hasSizeGreaterThan(2);
      assertThat(ids(program)).hasSize(2);
      assertThat(program.told())
          .extracting(HookReceiver.Told::body)
          .anyMatch(body -> body.contains("word.heard"))
          .anyMatch(body -> body.contains("conversation.opened"));
    }
  }

  private static Set<String> ids(HookReceiver program) {
    return program.told().stream()
        .map(told -> String.valueOf(told.headers().get("Webhook-id")))
        .collect(Collectors.toSet());
  }

  private static String tellOfWords(ServerChild server, String url) throws Exception {
    server.post(
        "/topics",
        Map.of("name", "Lantern", "query", "lantern", "never", List.of(), "hide", List.of()));
    var kinds = List.of("word.heard", "conversation.opened");
    var draft = Map.of("name", "till", "url", url, "kinds", kinds, "query", "lantern");
    return server.post("/hooks-out", draft).get("hook").get("id").asString();
  }

  private static void hear(ServerChild server) throws Exception {
    var draft = Map.of("kind", "webhook", "name", "Board", "settings", Map.of());
    var source = server.post("/sources", draft);
    var ana = Map.of("id", "ana", "name", "Ana");
    var post =
        Map.<String, Object>of(
            "id", "q1", "text", "When does the Lantern open on Sunday?", "author", ana);
    int status =
        server.push(source.get("webhookUrl").asString(), source.get("secret").asString(), post);
    assertThat(status).isBetween(200, 299);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

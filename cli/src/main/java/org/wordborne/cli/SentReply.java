package org.wordborne.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What commands that answer share: a key that is the same for the same answer, and patience.
final class SentReply {
  private static final Duration BREATH = Duration.ofMillis(150);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PATIENCE_WITH_UNKNOWN = Duration.ofSeconds(25);

  private SentReply() {}

  /// The same word, text and name are the same reply, however often the command is run.
  static String key(String kind, UUID mention, String text, @Nullable String as) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      String whole = mention + "\n" + (as == null ? "" : as) + "\n" + text.strip();
      byte[] hash = digest.digest(whole.getBytes(StandardCharsets.UTF_8));
      return kind + "-" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// Waits for what becomes of a reply.
  static JsonNode await(ServerConnection server, JsonNode begun) {
    JsonNode reply = begun;
    String path = "/replies/" + begun.path("id").asString();
    long start = System.nanoTime();
    while (isOpen(reply.path("state").asString(), Duration.ofNanos(System.nanoTime() - start))) {
      pause();
      reply = server.get(path);
    }
    return reply;
  }

  /* What is unknown is looked up in the background: a moment may make it known. */
  private static boolean isOpen(String state, Duration waited) {
    return switch (state) {
      case "planned", "sending" -> waited.compareTo(PATIENCE) < 0;
      case "unknown" -> waited.compareTo(PATIENCE_WITH_UNKNOWN) < 0;
      default -> false;
    };
  }

  private static void pause() {
    try {
      Thread.sleep(BREATH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("stopped; the reply goes on: run the same command to see it");
    }
  }
}

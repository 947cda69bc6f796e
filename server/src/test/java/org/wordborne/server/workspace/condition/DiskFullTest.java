package org.wordborne.server.workspace.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole server on a small disk of its own that is filled under it.
@Tag("second-stage")
class DiskFullTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long MB = 1L << 20;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir private Path disk;
  private RunningServer server;

  @BeforeEach
  void start() throws Exception {
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=2600m", "tmpfs", disk.toString());
    if (!mounted) {
      System.out.println("NOT RUN: DiskFullTest, a small disk cannot be mounted here");
    }
    assumeTrue(mounted, "a small disk can be mounted");
    server = ServerProcess.start(ServerOptions.at(disk.resolve("data")).withPort(0));
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.close();
      run("umount", "-l", disk.toString());
    }
  }

  @Test
  void imports_diskNearlyFull_areRefusedWhileAnswersGoOn_andTakenOnceThereIsRoom()
      throws Exception {
    assertThat(imported("one").statusCode()).isEqualTo(200);
    leave(700 * MB);
    await(() -> conditions().contains("disk-full"));

    HttpResponse<String> refused = imported("two");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("\"kind\":\"disk-full\"");
    assertThat(send("PUT", "/workspace", JSON.writeValueAsString(Map.of("brand", "Lantern"))))
        .returns(200, HttpResponse::statusCode);

    leave(2_000 * MB);
    await(() -> imported("two").statusCode() == 200);
    await(() -> mentions() == 2);
  }

  @Test
  void disk_filledToTheLastByte_losesNothingAndHealsByItself() throws Exception {
    assertThat(imported("one").statusCode()).isEqualTo(200);
    await(() -> mentions() == 1);
    leave(0);
    for (int i = 0; i < 20; i++) {
      send("PUT", "/workspace", JSON.writeValueAsString(Map.of("brand", "Lantern " + i)));
    }

    leave(2_000 * MB);
    await(() -> imported("two").statusCode() == 200);
    await(() -> mentions() == 2);
  }

  private long mentions() throws Exception {
    return ask("/mentions?query=lantern").get("total").asLong();
  }

  private String conditions() throws Exception {
    return ask("/status").get("conditions").toString();
  }

  private HttpResponse<String> imported(String id) throws Exception {
    String post = JSON.writeValueAsString(Map.of("id", id, "text", "The lantern of " + id));
    return send("POST", "/imports?fresh=true", post);
  }

  private JsonNode ask(String path) throws Exception {
    return JSON.readTree(send("GET", path, "").body());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
            .header("Authorization", "Bearer " + server.token())
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private void leave(long free) throws IOException {
    Path ballast = disk.resolve("ballast");
    Files.deleteIfExists(ballast);
    long room = Files.getFileStore(disk).getUsableSpace() - free;
    if (room > 0) {
      fill(ballast, room);
    }
  }

  /* Blocks are taken only by what is written. */
  private static void fill(Path ballast, long room) throws IOException {
    byte[] block = new byte[(int) MB];
    try (var file = new RandomAccessFile(ballast.toFile(), "rw")) {
      for (long left = room; left > 0; left -= block.length) {
        file.write(block, 0, (int) Math.min(left, block.length));
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static void await(Callable<Boolean> wanted) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.call()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(200);
    }
  }

  private static boolean run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }
}

package org.wordborne.server.workspace.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.KilledDatabase;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;

/// A living server whose PostgreSQL is stopped or killed under it.
@Tag("second-stage")
class DatabaseGoneTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir private static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = ServerProcess.start(ServerOptions.at(folder).withPort(0));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void request_databaseStandsStill_isToldAndServedAgainAfter() throws Exception {
    KilledDatabase.signal(folder, "STOP");
    try {
      HttpResponse<String> answer = await(it -> it.statusCode() == 503);
      assertThat(answer.body()).contains("\"kind\":\"database\"");
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    } finally {
      KilledDatabase.signal(folder, "CONT");
    }
    await(it -> it.statusCode() == 200);
  }

  @Test
  void request_databaseKilled_isServedAgain() throws Exception {
    KilledDatabase.in(folder);
    await(it -> it.statusCode() == 503);
    await(it -> it.statusCode() == 200);
  }

  private static HttpResponse<String> await(Predicate<HttpResponse<String>> wanted)
      throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      HttpResponse<String> answer = ask();
      if (answer != null && wanted.test(answer)) {
        return answer;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no such answer in " + PATIENCE);
  }

  /* What was asked before it was known waits for the database; nobody waits here for that. */
  private static @Nullable HttpResponse<String> ask() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/status"))
            .timeout(Duration.ofSeconds(2))
            .header("Authorization", "Bearer " + server.token())
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (HttpTimeoutException waits) {
      return null;
    }
  }
}

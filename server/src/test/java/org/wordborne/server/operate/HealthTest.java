package org.wordborne.server.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.Condition.Kind;
import org.wordborne.server.workspace.Conditions;

class HealthTest {
  @Test
  void health_stranger_learnsThatItWorksAndNothingElse() throws Exception {
    assertThat(get("/health/live").body()).isEqualTo("{\"live\":true}");
    var ready = get("/health/ready");

    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("{\"ready\":true,\"reasons\":[]}");
    assertThat(ready.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void ready_diskFull_is503WithItsKind() throws Exception {
    var conditions = ServerFixture.bean(Conditions.class);
    // The watch looks every second and ends it; asked for at once, it is still there.
    conditions.set(Kind.DISK_FULL, true, Instant.EPOCH);
    var refused = get("/health/ready");
    conditions.set(Kind.DISK_FULL, false, Instant.EPOCH);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).isEqualTo("{\"ready\":false,\"reasons\":[\"disk-full\"]}");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var asked = HttpRequest.newBuilder(URI.create(ServerFixture.server().url() + path)).build();
      return http.send(asked, BodyHandlers.ofString());
    }
  }
}

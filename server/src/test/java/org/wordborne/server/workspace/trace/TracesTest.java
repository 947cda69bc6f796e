package org.wordborne.server.workspace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.workspace.Telemetry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Against a collector that listens on a socket and reads what comes as OTLP has it.
class TracesTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  @TempDir private java.nio.file.Path folder;

  @Test
  void request_withParent_isToldWithItsTransactionsAndNoWord() throws Exception {
    HttpServer collector = collector();
    String address = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
    var told = new ArrayList<JsonNode>();
    var telemetry = new Telemetry(false, address, Map.of("X-Key", "secret"));
    var options = ServerOptions.at(folder).withPort(0).withTelemetry(telemetry);
    try (RunningServer server = ServerProcess.start(options)) {
      ServerFixture.send(
          HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/topics?name=canary"))
              .header("Authorization", "Bearer " + server.token())
              .header("traceparent", "00-" + TRACE + "-" + PARENT + "-01")
              .build());
      while (told.stream().noneMatch(span -> span.path("name").asString().equals("topics.list"))) {
        String body = received.poll(20, TimeUnit.SECONDS);
        assertThat(body).as("nothing was sent").isNotNull().doesNotContain("canary");
        spans(body, told);
      }
    } finally {
      collector.stop(0);
    }

    JsonNode request =
        told.stream()
            .filter(span -> span.path("name").asString().equals("topics.list"))
            .findFirst()
            .orElseThrow();
    assertThat(request.path("traceId").asString()).isEqualTo(TRACE);
    assertThat(request.path("parentSpanId").asString()).isEqualTo(PARENT);
    assertThat(request.path("kind").asInt()).isEqualTo(2);
    assertThat(request.path("attributes").toString()).contains("\"stringValue\":\"200\"");
    long begun = Long.parseLong(request.path("startTimeUnixNano").asString());
    assertThat(Long.parseLong(request.path("endTimeUnixNano").asString())).isGreaterThan(begun);
    assertThat(told)
        .anySatisfy(
            span -> {
              assertThat(span.path("name").asString()).isEqualTo("transaction");
              assertThat(span.path("traceId").asString()).isEqualTo(TRACE);
              assertThat(span.path("parentSpanId").asString())
                  .isEqualTo(request.path("spanId").asString());
            });
  }

  @Test
  void off_noThreadAndNoSender() {
    assertThat(ServerFixture.bean(Traces.class)).isSameAs(Traces.OFF);
    assertThat(Traces.OFF.open(Traces.Kind.SERVER, "a"))
        .isSameAs(Traces.OFF.open(Traces.Kind.CLIENT, "b", "00"));
  }

  private HttpServer collector() throws Exception {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer collector = HttpServer.create(here, 50);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          boolean ours = List.of("secret").equals(exchange.getRequestHeaders().get("X-Key"));
          String type = exchange.getRequestHeaders().getFirst("Content-Type");
          String body = new String(exchange.getRequestBody().readAllBytes());
          if (ours && type.startsWith("application/json")) {
            received.add(body);
          }
          byte[] answer = "{}".getBytes();
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    collector.start();
    return collector;
  }

  private static void spans(String body, List<JsonNode> into) {
    JsonNode resource = JsonMapper.shared().readTree(body).path("resourceSpans").path(0);
    assertThat(resource.path("resource").path("attributes").toString()).contains("service.name");
    resource.path("scopeSpans").path(0).path("spans").forEach(into::add);
  }
}

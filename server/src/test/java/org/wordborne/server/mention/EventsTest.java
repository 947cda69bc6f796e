package org.wordborne.server.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mention.LiveEvents.Changed;

/// The stream of events over a line that breaks.
class EventsTest {
  private final LiveEvents events = ServerFixture.bean(LiveEvents.class);
  private final String kind = "test" + UUID.randomUUID();

  @Test
  void stream_comingBack_isToldWhatWasMissed() throws Exception {
    String id;
    try (var first = new Line("", "")) {
      id = first.until("listening").id();
    }
    publish("a");
    publish("b");

    try (var second = new Line("Last-Event-ID: " + id + "\r\n", "");
        var third = new Line("", "?after=" + id)) {
      assertThat(second.until(kind).data()).contains("\"a\"", "\"b\"");
      assertThat(third.until(kind).data()).contains("\"a\"", "\"b\"");
    }
  }

  @Test
  void stream_withAnIdOfAnotherRun_isReset() throws Exception {
    try (var line = new Line("Last-Event-ID: " + UUID.randomUUID() + "-7\r\n", "")) {
      assertThat(line.until("reset").id()).isEqualTo(events.id(log().last()));
    }
  }

  @Test
  void stream_hundredTimesBrokenOff_losesNothing() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          var heard = new HashSet<String>();
          String id;
          try (var first = new Line("", "")) {
            id = first.until("listening").id();
          }
          for (int i = 0; i < 100; i++) {
            publish("n" + i);
            try (var line = new Line("Last-Event-ID: " + id + "\r\n", "")) {
              Told told = line.until(kind);
              for (String one : told.data().split("\"")) {
                heard.add(one);
              }
              id = told.id().isEmpty() ? id : told.id();
            }
          }
          assertThat(heard)
              .containsAll(
                  IntStream.range(0, 100).mapToObj(i -> "n" + i).collect(Collectors.toSet()));
        });
  }

  @Test
  void stream_theTwentyFirstOfOnePerson_endsTheOldest() throws Exception {
    List<Line> open = new ArrayList<>();
    try {
      for (int i = 0; i < 21; i++) {
        var line = new Line("", "");
        line.until("listening");
        open.add(line);
      }
      publish("last");

      assertThat(open.getLast().until(kind).data()).contains("last");
      open.getFirst().until("displaced");
      assertThatThrownBy(() -> open.getFirst().until("none")).hasMessageContaining("ended");
    } finally {
      for (Line line : open) {
        line.close();
      }
    }
  }

  @Test
  void stream_ofWhoMayReadNoMore_ends() throws Exception {
    String name = "stream " + kind;
    String token =
        ServerFixture.post("/api/v1/tokens", Map.of("name", name, "scopes", List.of("read")))
            .json()
            .path("token")
            .asString();
    try (var line = new Line(token, "", "")) {
      line.until("listening");
      ServerFixture.transactions()
          .run(
              ServerFixture.defaultScope(),
              tx ->
                  tx.sql("update api_token set scopes = '{see}' where name = ?")
                      .param(name)
                      .update());

      assertThatThrownBy(() -> line.until("none")).hasMessageContaining("ended");
    }
  }

  private LiveLog log() {
    return events.log(ServerFixture.defaultScope().workspace());
  }

  private void publish(String what) {
    events.publish(ServerFixture.defaultScope().workspace(), kind, new Changed(Set.of(what)));
  }

  private record Told(String name, String id, String data) {}

  /// A stream, read from the socket itself so that it can be cut.
  private static final class Line implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Line(String header, String query) throws IOException {
      this(ServerFixture.server().token(), header, query);
    }

    Line(String token, String header, String query) throws IOException {
      URI server = URI.create(ServerFixture.server().url());
      socket = new Socket(server.getHost(), server.getPort());
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET /api/v1/events"
                  + query
                  + " HTTP/1.1\r\nHost: "
                  + server.getAuthority()
                  + "\r\nConnection: close\r\nAuthorization: Bearer "
                  + token
                  + "\r\n"
                  + header
                  + "\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    Told until(String name) throws IOException {
      String event = "";
      String id = "";
      String data = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("data:")) {
          data = line.substring(5).strip();
        } else if (line.isEmpty() && event.equals(name)) {
          return new Told(event, id, data);
        } else if (line.isEmpty() && !event.isEmpty()) {
          event = "";
          id = "";
        }
      }
      throw new IOException("the line ended before " + name);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

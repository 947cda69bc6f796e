package org.wordborne.server.source;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Open;

/// Where others push posts to. No session: the signature over the raw bytes alone is believed.
///
/// A good answer means that everything in the delivery is stored for good; a repeated delivery
/// gets it too, and changes nothing.
@RestController
@Open("judged by the signature of what is sent")
class HooksController {
  private static final String REST = "60";

  /// The longest that a body may take to come; until then it holds its share of the gate.
  private static final Duration SLOWEST = Duration.ofMinutes(1);

  private final SourceSchedule schedule;
  private final Sources sources;
  private final Deliveries deliveries;
  private final PushGate gate;
  private final Conditions conditions;

  HooksController(
      SourceSchedule schedule,
      Sources sources,
      Deliveries deliveries,
      PushGate gate,
      Conditions conditions) {
    this.gate = gate;
    this.conditions = conditions;
    this.schedule = schedule;
    this.sources = sources;
    this.deliveries = deliveries;
  }

  /// What became of a delivery.
  ///
  /// @param taken whether everything readable in it is stored for good
  /// @param rejects posts of it that could not be read, and why
  record HookAnswer(boolean taken, @Nullable String why, List<String> rejects) {
    static HookAnswer refused(String why) {
      return new HookAnswer(false, why, List.of());
    }
  }

  @PostMapping("/hooks/{id}")
  ResponseEntity<HookAnswer> receive(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    UUID sourceId = id(id);
    var workspace = sourceId == null ? null : schedule.workspaceOf(sourceId).orElse(null);
    if (sourceId == null || workspace == null) {
      return ResponseEntity.status(404).body(HookAnswer.refused("There is no such webhook."));
    }
    try (var _ = gate.enter(sourceId, request.getContentLengthLong())) {
      byte[] body = read(request.getInputStream());
      return take(Scope.of(workspace), sourceId, headers(request), body);
    } catch (InterruptedIOException dripping) {
      return ResponseEntity.status(408).body(HookAnswer.refused("It came too slowly."));
    }
  }

  /* The connection ends a silence; this, a body that comes byte by byte. */
  private static byte[] read(InputStream from) throws IOException {
    long begun = System.nanoTime();
    var body = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int got = from.read(part); got >= 0; got = from.read(part)) {
      body.write(part, 0, got);
      if (System.nanoTime() - begun > SLOWEST.toNanos()) {
        throw new InterruptedIOException("dripping");
      }
    }
    return body.toByteArray();
  }

  private ResponseEntity<HookAnswer> take(
      Scope scope, UUID sourceId, Map<String, String> headers, byte[] body) {
    Source source = sources.find(scope, sourceId).orElse(null);
    if (source == null || !Rhythm.isPushed(source)) {
      return ResponseEntity.status(404).body(HookAnswer.refused("There is no such webhook."));
    }
    var delivery = deliveries.judge(source, headers, body);
    if (delivery.status() != 200) {
      return ResponseEntity.status(delivery.status()).body(HookAnswer.refused(delivery.why()));
    }
    if (source.paused()) {
      return ResponseEntity.status(503)
          .header(HttpHeaders.RETRY_AFTER, REST)
          .body(HookAnswer.refused("This source rests; push it again later."));
    }
    conditions.requireListening();
    deliveries.keep(scope, source, delivery);
    return ResponseEntity.ok(new HookAnswer(true, null, delivery.rejects()));
  }

  /// The first value of each header; names compare without case.
  private static Map<String, String> headers(HttpServletRequest request) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, request.getHeader(name));
    }
    return headers;
  }

  private static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

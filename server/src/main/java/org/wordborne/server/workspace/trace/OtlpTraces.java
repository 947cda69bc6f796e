package org.wordborne.server.workspace.trace;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wordborne.server.workspace.ProgramVersion;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.Telemetry;
import org.wordborne.wire.AllowedPrivate;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.HttpAsk;
import org.wordborne.wire.HttpFault;
import org.wordborne.wire.HttpLimits;
import org.wordborne.wire.Secret;
import tools.jackson.databind.json.JsonMapper;

/// Sends spans to a collector by OTLP over HTTP, as JSON, a batch each two seconds. Whoever opens
/// and closes spans never waits: what does not fit, or is not taken, is lost and counted.
///
/// Source of the form: OpenTelemetry Protocol 1.7, `ExportTraceServiceRequest` in its JSON mapping
/// (ids in hexadecimal, times and whole numbers as texts).
final class OtlpTraces implements Traces, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OtlpTraces.class);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration LONGEST_END = Duration.ofSeconds(3);
  private static final Pattern PARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");
  private static final int MOST_WAITING = 4096;
  private static final int BATCH = 512;
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final int OK = 200;
  private static final int FAILED = 2;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final HttpLimits LIMITS =
      new HttpLimits(100_000, Duration.ofSeconds(5), Duration.ofSeconds(2), 0);
  private static final JsonMapper JSON = JsonMapper.shared();
  private final BlockingQueue<Map<String, Object>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final ThreadLocal<@Nullable Open> current = new ThreadLocal<>();
  private final AtomicLong lost = new AtomicLong();
  private final Rounds rounds = new Rounds("traces", REST, REST);
  private final Telemetry telemetry;
  private final String address;
  private final InstantSource clock;
  private final SecureRandom chance;
  private final GuardedHttp http;
  private boolean well = true;

  private OtlpTraces(
      Telemetry telemetry, String address, InstantSource clock, SecureRandom chance) {
    this.telemetry = telemetry;
    this.address = address;
    this.clock = clock;
    this.chance = chance;
    // The operator named it at the start: it may stand in a private network, and nothing else may.
    this.http =
        new GuardedHttp(AllowedPrivate.of(List.of(hostAndPort(address)))).withLimits(LIMITS);
  }

  /// Traces that go where the operator said.
  static OtlpTraces start(Telemetry telemetry, InstantSource clock, SecureRandom chance) {
    String address = String.valueOf(telemetry.traces());
    var traces = new OtlpTraces(telemetry, address, clock, chance);
    traces.rounds.start(traces::send);
    return traces;
  }

  private static String hostAndPort(String address) {
    URI uri = URI.create(address);
    int usual = "https".equals(uri.getScheme()) ? HTTPS : HTTP;
    return uri.getHost() + ":" + (uri.getPort() < 0 ? usual : uri.getPort());
  }

  @Override
  public Span open(Kind kind, String name) {
    Open parent = current.get();
    String trace = parent == null ? id(TRACE_BYTES) : parent.trace;
    return new Open(kind, name, trace, parent == null ? "" : parent.id);
  }

  @Override
  public Span open(Kind kind, String name, String traceparent) {
    Matcher told = PARENT.matcher(traceparent);
    return told.matches() ? new Open(kind, name, told.group(1), told.group(2)) : open(kind, name);
  }

  @Override
  public long lost() {
    return lost.get();
  }

  private String id(int bytes) {
    byte[] id = new byte[bytes];
    chance.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  /// A span on its thread.
  private final class Open implements Span {
    private final @Nullable Open outer = current.get();
    private final Kind kind;
    private final String trace;
    private final String id = id(SPAN_BYTES);
    private final String parent;
    private final Instant began = clock.instant();
    private final long beganNanos = System.nanoTime();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private String name;
    private boolean failed;

    Open(Kind kind, String name, String trace, String parent) {
      this.kind = kind;
      this.name = name;
      this.trace = trace;
      this.parent = parent;
      current.set(this);
    }

    @Override
    public void name(String other) {
      name = other;
    }

    @Override
    public void fact(String fact, String value) {
      facts.put(fact, value);
    }

    @Override
    public void failed() {
      failed = true;
    }

    @Override
    public void close() {
      if (outer == null) {
        current.remove();
      } else {
        current.set(outer);
      }
      if (!waiting.offer(told())) {
        lost.incrementAndGet();
      }
    }

    private Map<String, Object> told() {
      var span = new LinkedHashMap<String, Object>();
      span.put("traceId", trace);
      span.put("spanId", id);
      if (!parent.isEmpty()) {
        span.put("parentSpanId", parent);
      }
      span.put("name", name);
      span.put("kind", kind.number());
      span.put("startTimeUnixNano", nanos(began));
      span.put("endTimeUnixNano", nanos(began.plusNanos(System.nanoTime() - beganNanos)));
      span.put("attributes", attributes(facts));
      span.put("status", failed ? Map.of("code", FAILED) : Map.of());
      return span;
    }
  }

  private static String nanos(Instant time) {
    return "%d%09d".formatted(time.getEpochSecond(), time.getNano());
  }

  private static List<Object> attributes(Map<String, String> facts) {
    return facts.entrySet().stream()
        .<Object>map(
            fact -> Map.of("key", fact.getKey(), "value", Map.of("stringValue", fact.getValue())))
        .toList();
  }

  /* One that is refused or hangs ends the round: what waits meanwhile is kept within its bound. */
  private synchronized void send() {
    var batch = new ArrayList<Map<String, Object>>();
    while (waiting.drainTo(batch, BATCH) > 0) {
      String why = sent(batch);
      if (!why.isEmpty()) {
        lost.addAndGet(batch.size());
        if (well) {
          LOG.warn("spans are not taken: {}", why);
        }
      }
      well = why.isEmpty();
      if (!well) {
        return;
      }
      batch.clear();
    }
  }

  private String sent(List<Map<String, Object>> spans) {
    try {
      int status = http.send(ask(spans)).status();
      return status == OK ? "" : "status " + status;
    } catch (HttpFault refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private HttpAsk ask(List<Map<String, Object>> spans) {
    var service = Map.of("service.name", "wordborne", "service.version", ProgramVersion.TEXT);
    var scope = Map.of("name", "org.wordborne", "version", ProgramVersion.TEXT);
    var ofUs =
        Map.of(
            "resource",
            Map.of("attributes", attributes(service)),
            "scopeSpans",
            List.of(Map.of("scope", scope, "spans", spans)));
    HttpAsk ask =
        HttpAsk.postJson(address, JSON.writeValueAsString(Map.of("resourceSpans", List.of(ofUs))));
    for (Map.Entry<String, String> header : telemetry.headers().entrySet()) {
      ask = ask.withCredential(header.getKey(), Secret.of(header.getValue()));
    }
    return ask;
  }

  @Override
  public void close() {
    rounds.stop(LONGEST_END);
    send();
  }
}

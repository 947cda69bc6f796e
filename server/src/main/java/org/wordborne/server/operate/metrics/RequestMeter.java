package org.wordborne.server.operate.metrics;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wordborne.server.operate.metrics.Exposition.Type;
import org.wordborne.server.workspace.act.OperationName;

/// Counts requests by operation and status class, and how long they took. A stream of events
/// counts when it begins.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestMeter extends OncePerRequestFilter {
  private static final double[] BOUNDS = {0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
  private static final double NANOS = 1e9;
  private static final int FAULT = 500;
  private static final int CLASS = 100;
  private final Map<String, Meter> meters = new ConcurrentHashMap<>();

  /// What is counted of one operation.
  private static final class Meter {
    private final Map<String, LongAdder> byStatus = new ConcurrentSkipListMap<>();
    private final LongAdder[] buckets =
        IntStream.rangeClosed(0, BOUNDS.length)
            .mapToObj(_ -> new LongAdder())
            .toArray(LongAdder[]::new);
    private final LongAdder nanos = new LongAdder();

    void count(int status, long took) {
      byStatus.computeIfAbsent(status / CLASS + "xx", _ -> new LongAdder()).increment();
      int bucket = 0;
      while (bucket < BOUNDS.length && took / NANOS > BOUNDS[bucket]) {
        bucket++;
      }
      buckets[bucket].increment();
      nanos.add(took);
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long began = System.nanoTime();
    boolean done = false;
    try {
      chain.doFilter(request, response);
      done = true;
    } finally {
      meters
          .computeIfAbsent(OperationName.of(request), _ -> new Meter())
          .count(done ? response.getStatus() : FAULT, System.nanoTime() - began);
    }
  }

  /// Writes what was counted.
  void write(Exposition out) {
    var all = new ConcurrentSkipListMap<>(meters);
    out.family("wordborne_requests_total", Type.COUNTER, "Requests by operation and status.");
    all.forEach(
        (operation, meter) ->
            meter.byStatus.forEach(
                (status, count) ->
                    out.sample(count.sum(), "operation", operation, "status", status)));
    out.family("wordborne_request_seconds", Type.HISTOGRAM, "How long requests took.");
    all.forEach((operation, meter) -> histogram(out, operation, meter));
  }

  private static void histogram(Exposition out, String operation, Meter meter) {
    long below = 0;
    for (int i = 0; i <= BOUNDS.length; i++) {
      below += meter.buckets[i].sum();
      double bound = i < BOUNDS.length ? BOUNDS[i] : Double.POSITIVE_INFINITY;
      out.part("_bucket", below, "operation", operation, "le", Exposition.number(bound));
    }
    out.part("_sum", meter.nanos.sum() / NANOS, "operation", operation);
    out.part("_count", below, "operation", operation);
  }
}

package org.wordborne.server.workspace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who may look at how the server does; a bean for whoever asks.
///
/// @param metricsOnLoopback whether `/metrics` answers programs of this machine without a token
/// @param traces where spans go, a whole address for OTLP over HTTP; null for nowhere
/// @param headers what is sent along with spans, as the collector wants it
public record Telemetry(
    boolean metricsOnLoopback, @Nullable String traces, Map<String, String> headers) {
  /// Nobody but who has a token, and no spans.
  public static final Telemetry OFF = new Telemetry(false, null, Map.of());

  /// Copies the headers.
  public Telemetry {
    headers = Map.copyOf(headers);
  }

  /* The headers hold passwords. */
  @Override
  public String toString() {
    return "Telemetry[metricsOnLoopback=" + metricsOnLoopback + ", traces=" + traces + "]";
  }
}

package org.wordborne.cli;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.Telemetry;

/// Where spans go: by `--traces`, else by the variables that OpenTelemetry names.
///
/// Source: OpenTelemetry Protocol Exporter, Specification 1.45: the endpoint's path is a base to
/// which `v1/traces` is added, that of `…_TRACES_ENDPOINT` is whole; headers are `k=v,k=v`, values
/// percent-encoded.
final class TraceAddress {
  private static final String PATH = "v1/traces";

  private TraceAddress() {}

  /// What the server is told of all that.
  ///
  /// @throws CommandException if an address is none
  static Telemetry telemetry(
      boolean metricsOpen, @Nullable String given, Map<String, String> environment) {
    return new Telemetry(
        metricsOpen,
        address(given, environment),
        headers(environment.getOrDefault("OTEL_EXPORTER_OTLP_HEADERS", "")));
  }

  private static @Nullable String address(@Nullable String given, Map<String, String> environment) {
    if (given != null) {
      return whole("--traces", given);
    }
    if ("true".equalsIgnoreCase(environment.get("OTEL_SDK_DISABLED"))
        || "none".equals(environment.get("OTEL_TRACES_EXPORTER"))) {
      return null;
    }
    String traces = environment.getOrDefault("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "");
    if (!traces.isEmpty()) {
      return checked("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", traces);
    }
    String base = environment.getOrDefault("OTEL_EXPORTER_OTLP_ENDPOINT", "");
    return base.isEmpty() ? null : whole("OTEL_EXPORTER_OTLP_ENDPOINT", base);
  }

  private static String whole(String name, String base) {
    String address = checked(name, base);
    if (address.endsWith("/" + PATH)) {
      return address;
    }
    return address.endsWith("/") ? address + PATH : address + "/" + PATH;
  }

  private static String checked(String name, String text) {
    try {
      URI address = URI.create(text);
      String scheme = String.valueOf(address.getScheme());
      if (address.getHost() != null && scheme.matches("https?") && address.getQuery() == null) {
        return text;
      }
    } catch (IllegalArgumentException none) {
      // Said below.
    }
    throw new CommandException(
        name + " " + text + ": an address as http://127.0.0.1:4318 is needed");
  }

  private static Map<String, String> headers(String text) {
    var headers = new LinkedHashMap<String, String>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = pair.substring(0, equals).strip();
        headers.put(name, value(name, pair.substring(equals + 1).strip()));
      }
    }
    return headers;
  }

  /* A value may be a password, so it is not told. */
  private static String value(String name, String written) {
    try {
      String value = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (name.matches("[A-Za-z0-9-]+") && value.chars().noneMatch(Character::isISOControl)) {
        return value;
      }
    } catch (IllegalArgumentException none) {
      // Said below.
    }
    throw new CommandException(
        "OTEL_EXPORTER_OTLP_HEADERS: "
            + name.replaceAll("[^!-~]", "?")
            + " is no header; name=value with letters, digits and - in the name is needed");
  }
}

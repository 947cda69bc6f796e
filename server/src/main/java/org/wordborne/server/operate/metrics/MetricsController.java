package org.wordborne.server.operate.metrics;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Telemetry;
import org.wordborne.server.workspace.access.Open;
import org.wordborne.server.workspace.access.Permission;

/// The numbers of the server, for Prometheus: with a token that may `server`, or, where the
/// operator said so at the start, without one from this machine.
@RestController
@Open("judged in the method: a token that may `server`, or this machine where it was allowed")
class MetricsController {
  private static final MediaType TEXT =
      MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");
  private final Metrics metrics;
  private final Telemetry telemetry;

  MetricsController(Metrics metrics, Telemetry telemetry) {
    this.metrics = metrics;
    this.telemetry = telemetry;
  }

  @GetMapping("/metrics")
  ResponseEntity<byte[]> metrics(HttpServletRequest request) {
    if (!telemetry.metricsOnLoopback() || !isOfThisMachine(request)) {
      who().demand(Permission.SERVER);
    }
    return ResponseEntity.ok()
        .contentType(TEXT)
        .cacheControl(CacheControl.noStore())
        .body(metrics.text().getBytes(StandardCharsets.UTF_8));
  }

  private static SignedIn who() {
    var known = SecurityContextHolder.getContext().getAuthentication();
    if (known != null && known.getPrincipal() instanceof SignedIn who) {
      return who;
    }
    throw new ForbiddenException("sign in first");
  }

  /* What a proxy on this machine passes on comes from here too, but says so, and asks for another
  name; a page of a browser here cannot read the answer. */
  private static boolean isOfThisMachine(HttpServletRequest request) {
    String host = request.getServerName();
    return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
        && (host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]"))
        && request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null
        && request.getHeader("Via") == null;
  }
}

package org.wordborne.server.workspace.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wordborne.server.workspace.RequestPath;
import org.wordborne.server.workspace.ServerProperties;

/// The headers of every answer: what a browser may load and run, and that nothing of it is kept.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SafeHeaders extends OncePerRequestFilter {
  /// Request attribute with the nonce that styles of this answer may carry.
  static final String NONCE = SafeHeaders.class.getName() + ".nonce";

  private static final int NONCE_BYTES = 16;
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self' 'nonce-%s'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "report-to csp");
  /* Public pages have no script, ask for nothing, and lie in no frame. */
  private static final String PUBLIC_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "style-src 'self'",
          "img-src 'self'",
          "font-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'");
  private static final String ENDPOINTS = "csp=\"" + PolicyReports.PATH + "\"";
  private final SecureRandom chance;
  private final boolean https;

  SafeHeaders(SecureRandom chance, ServerProperties properties) {
    this.chance = chance;
    this.https = properties.https();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (RequestPath.isPublic(request)) {
      response.setHeader("Content-Security-Policy", PUBLIC_POLICY);
      response.setHeader("X-Robots-Tag", "noindex");
    } else {
      String nonce = nonce();
      request.setAttribute(NONCE, nonce);
      response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
      response.setHeader("Reporting-Endpoints", ENDPOINTS);
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");
    response.setHeader("Cache-Control", "no-store");
    if (https) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    chain.doFilter(request, response);
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    chance.nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}

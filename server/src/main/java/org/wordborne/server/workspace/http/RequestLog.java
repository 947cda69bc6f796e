package org.wordborne.server.workspace.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// One line a request: method, path, status, time. Never the query, a header or a body, where
/// words of people and secrets are. Slow ones and faults are told unasked, the rest at debug.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final long SLOW_MILLIS = 2_000;
  private static final int FAULT = 500;

  /// What is the matter then is told once, when it begins.
  private static final int RESTS = 503;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long began = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      tell(request, response, Duration.ofNanos(System.nanoTime() - began).toMillis());
    }
  }

  private static void tell(HttpServletRequest request, HttpServletResponse response, long millis) {
    int status = response.getStatus();
    boolean worth = status >= FAULT && status != RESTS || millis > SLOW_MILLIS;
    String path = request.getRequestURI();
    if (worth && !path.equals("/api/v1/imports")) {
      LOG.info("{} {} {} {} ms", request.getMethod(), path, response.getStatus(), millis);
    } else {
      LOG.debug("{} {} {} {} ms", request.getMethod(), path, response.getStatus(), millis);
    }
  }
}

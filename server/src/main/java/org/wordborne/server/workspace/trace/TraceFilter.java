package org.wordborne.server.workspace.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wordborne.server.workspace.act.OperationName;
import org.wordborne.server.workspace.trace.Traces.Kind;

/// A span for each request, named by what answered it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class TraceFilter extends OncePerRequestFilter {
  private static final int FAULT = 500;
  private final Traces traces;

  TraceFilter(Traces traces) {
    this.traces = traces;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return traces == Traces.OFF;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String parent = Objects.requireNonNullElse(request.getHeader("traceparent"), "");
    try (Traces.Span span = traces.open(Kind.SERVER, "request", parent)) {
      boolean done = false;
      try {
        chain.doFilter(request, response);
        done = true;
      } finally {
        int status = done ? response.getStatus() : FAULT;
        span.name(OperationName.of(request));
        span.fact("http.request.method", method(request));
        span.fact("http.response.status_code", Integer.toString(status));
        if (status >= FAULT) {
          span.failed();
        }
      }
    }
  }

  /* A method can be any word that a stranger likes. */
  private static String method(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> request.getMethod();
      default -> "_OTHER";
    };
  }
}

package org.wordborne.server.workspace.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.DatabaseTrouble;
import org.wordborne.server.workspace.RequestPath;
import org.wordborne.server.workspace.RestingException;

/// Answers at once that the database does not, instead of letting each request wait for it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class DatabaseGate extends OncePerRequestFilter {
  private final Conditions conditions;

  DatabaseGate(Conditions conditions) {
    this.conditions = conditions;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = RequestPath.of(request);
    return !path.startsWith("/api/") && !path.startsWith("/hooks/") && !asksWho(path, request);
  }

  /* Numbers are told without the database too, but who shows a token cannot be known then. */
  private static boolean asksWho(String path, HttpServletRequest request) {
    return path.equals("/metrics")
        && (request.getHeader("Authorization") != null || request.getCookies() != null);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      conditions.requireDatabase();
      chain.doFilter(request, response);
    } catch (RestingException rests) {
      Refusal.resting(response, rests);
    } catch (ServletException | RuntimeException fault) {
      if (response.isCommitted() || !DatabaseTrouble.caused(fault)) {
        throw fault;
      }
      response.resetBuffer(); // not the headers, which shut browsers
      Refusal.resting(response, RestingException.ofDatabase());
    }
  }
}

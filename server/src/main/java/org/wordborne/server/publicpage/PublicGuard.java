package org.wordborne.server.publicpage;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.RequestPath;
import org.wordborne.server.workspace.RestingException;
import org.wordborne.server.workspace.TooManyException;

/// Counts who looks at public pages and follows short links.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class PublicGuard extends OncePerRequestFilter {
  private static final Set<String> COMMON = Set.of("/p/style.css");
  private final AddressLimits limits;
  private final Conditions conditions;

  PublicGuard(AddressLimits limits, Conditions conditions) {
    this.limits = limits;
    this.conditions = conditions;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return COMMON.contains(RequestPath.of(request)) || !RequestPath.isPublic(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      limits.look(request);
      conditions.requireDatabase();
    } catch (TooManyException | RestingException refused) {
      PublicFaults.tell(request, response, refused);
      return;
    }
    chain.doFilter(request, response);
  }
}

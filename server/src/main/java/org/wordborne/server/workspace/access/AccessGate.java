package org.wordborne.server.workspace.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;

/// Stands before every controller method and lets through who may do what it does.
public final class AccessGate implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && request.getDispatcherType() == DispatcherType.REQUEST) {
      judge(method);
    }
    return true;
  }

  private static void judge(HandlerMethod method) {
    AccessRule rule =
        AccessRule.of(method)
            .orElseThrow(
                () -> new IllegalStateException("nobody said who may call " + method.getMethod()));
    Permission needed = rule.needs();
    if (needed != null) {
      who().demand(needed);
    }
  }

  private static SignedIn who() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known != null && known.getPrincipal() instanceof SignedIn who) {
      return who;
    }
    throw new ForbiddenException("sign in first");
  }
}

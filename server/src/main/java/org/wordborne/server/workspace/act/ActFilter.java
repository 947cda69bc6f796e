package org.wordborne.server.workspace.act;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.RequestPath;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.account.RequestCredentials;

/// Makes a request that changes something an act, and has it answered once where it carries an
/// `Idempotency-Key`. Comes after it is known who is signed in.
///
/// Not acts: webhooks that come in (the network's word, not a person's), reports of browsers, and
/// what visitors without an account do on public pages, where the room keeps a book of its own.
/// A client's or a person's answer by their own link is one.
@Component
@Order(ActFilter.AFTER_SECURITY)
class ActFilter extends OncePerRequestFilter {
  static final int AFTER_SECURITY = -50;
  static final String ACT = Act.class.getName();
  private static final int FORBIDDEN = 403;
  private static final Set<String> PURE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private final Ids ids;
  private final ActBook book;
  private final Repeats repeats;

  ActFilter(Ids ids, ActBook book, Repeats repeats) {
    this.ids = ids;
    this.book = book;
    this.repeats = repeats;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = RequestPath.of(request);
    return !path.startsWith("/api/") && !path.startsWith("/p/a/") && !path.startsWith("/p/g/ask/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    SignedIn who = who();
    var act = new Act(ids.next(), who, way(request, who));
    request.setAttribute(ACT, act);
    try {
      if (PURE.contains(request.getMethod())) {
        chain.doFilter(request, response);
      } else {
        repeats.once(act, request, response, (asked, answered) -> run(act, asked, answered, chain));
      }
    } finally {
      if (who != null && response.getStatus() == FORBIDDEN) {
        book.refused(who, act);
      }
    }
  }

  private static void run(
      Act act, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      act.during(
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (ServletException | IOException | RuntimeException told) {
      throw told;
    } catch (Exception other) {
      throw new ServletException(other);
    }
  }

  private static @Nullable SignedIn who() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof SignedIn who ? who : null;
  }

  private static ActWay way(HttpServletRequest request, @Nullable SignedIn who) {
    if (!RequestPath.of(request).startsWith("/api/")) {
      return ActWay.LINK;
    }
    if (!RequestCredentials.showsToken(request)) {
      return ActWay.SESSION;
    }
    return who != null && who.isMachine() ? ActWay.COMMAND : ActWay.TOKEN;
  }
}

package org.wordborne.server.workspace;

import jakarta.servlet.http.HttpServletRequest;

/// The path of a request as controllers are found by it: decoded, so that `/%70/` is `/p/`, and
/// what is judged beforehand is what answers.
public final class RequestPath {
  private RequestPath() {}

  /// The decoded path, which begins with a slash.
  public static String of(HttpServletRequest request) {
    String inside = request.getPathInfo();
    return inside == null ? request.getServletPath() : request.getServletPath() + inside;
  }

  /// Whether it leads to a public page or along a short link.
  public static boolean isPublic(HttpServletRequest request) {
    String path = of(request);
    return path.startsWith("/p/") || path.startsWith("/l/");
  }
}

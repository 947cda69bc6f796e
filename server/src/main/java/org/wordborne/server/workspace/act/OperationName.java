package org.wordborne.server.workspace.act;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/// What an operation is called in the API's description and in the book of acts: `topics.create`.
public final class OperationName {
  private OperationName() {}

  /// The name of what a controller's method does.
  public static String of(HandlerMethod method) {
    String room = method.getBeanType().getSimpleName().replace("Controller", "");
    String first = room.substring(0, 1).toLowerCase(Locale.ROOT);
    return first + room.substring(1) + "." + method.getMethod().getName();
  }

  /// The name of what answered a request: an operation, `page` for pages and their files, `none`
  /// where it was refused before anybody was found.
  public static String of(HttpServletRequest request) {
    Object handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
    if (handler == null) {
      return "none";
    }
    return handler instanceof HandlerMethod method ? of(method) : "page";
  }
}

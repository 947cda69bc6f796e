package org.wordborne.server.workspace.act;

import java.util.Locale;
import org.springframework.web.method.HandlerMethod;

/// What an operation is called in the API's description and in the book of acts: `topics.create`.
public final class OperationName {
  private OperationName() {}

  /// The name of what a controller's method does.
  public static String of(HandlerMethod method) {
    String room = method.getBeanType().getSimpleName().replace("Controller", "");
    String first = room.substring(0, 1).toLowerCase(Locale.ROOT);
    return first + room.substring(1) + "." + method.getMethod().getName();
  }
}

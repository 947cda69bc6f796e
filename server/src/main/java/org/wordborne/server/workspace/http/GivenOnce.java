package org.wordborne.server.workspace.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.RequestPath;

/// Refuses a query that says one thing twice: which of the two is meant, different readers answer
/// differently. Where several are asked for, several may come.
final class GivenOnce implements HandlerInterceptor {
  private final Map<HandlerMethod, Set<String>> several = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && RequestPath.of(request).startsWith("/api/")) {
      request
          .getParameterMap()
          .forEach(
              (name, values) -> {
                if (values.length > 1 && !several(method).contains(name)) {
                  throw new BadInputException(name, null, "This may be given only once.");
                }
              });
    }
    return true;
  }

  private Set<String> several(HandlerMethod method) {
    return several.computeIfAbsent(
        method,
        _ ->
            Stream.of(method.getMethodParameters())
                .flatMap(GivenOnce::several)
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static Stream<String> several(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    if (type.isRecord()) {
      return Stream.of(type.getRecordComponents())
          .filter(component -> isSeveral(component.getType()))
          .map(RecordComponent::getName);
    }
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    if (asked == null || !isSeveral(type)) {
      return Stream.empty();
    }
    String name = asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name();
    return Stream.of(name);
  }

  private static boolean isSeveral(Class<?> type) {
    return type.isArray() || Collection.class.isAssignableFrom(type);
  }
}

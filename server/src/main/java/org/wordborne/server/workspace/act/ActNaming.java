package org.wordborne.server.workspace.act;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Tells the act of a request which operation it is, as soon as that is found and before anybody
/// may refuse it.
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ActNaming implements WebMvcConfigurer {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Names()).order(Ordered.HIGHEST_PRECEDENCE);
  }

  private static final class Names implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (handler instanceof HandlerMethod method
          && request.getAttribute(ActFilter.ACT) instanceof Act act) {
        act.named(OperationName.of(method), about(request));
      }
      return true;
    }
  }

  /* The `id` of an address, else the last id in it. */
  private static @Nullable UUID about(HttpServletRequest request) {
    if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables)) {
      return null;
    }
    Optional<UUID> named = ActLedger.id(String.valueOf(variables.get("id")));
    return named.orElseGet(
        () ->
            variables.values().stream()
                .flatMap(value -> ActLedger.id(String.valueOf(value)).stream())
                .reduce((_, last) -> last)
                .orElse(null));
  }
}

package org.wordborne.server.workspace.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/// What a controller method asks of whoever calls it.
///
/// @param needs the permission; null for what is open to everybody
public record AccessRule(@Nullable Permission needs) {
  /// Rules of methods that are not ours and carry no word of ours, by the package they are in.
  private static final String DESCRIPTION = "org.springdoc.";

  private static final String FAULTS = "org.springframework.boot.";

  /// The rule at the method, else at its class; empty where nobody wrote one.
  public static Optional<AccessRule> of(HandlerMethod method) {
    Class<?> type = method.getBeanType();
    if (type.getName().startsWith(DESCRIPTION)) {
      return Optional.of(new AccessRule(Permission.SEE));
    }
    if (type.getName().startsWith(FAULTS)) {
      return Optional.of(new AccessRule(null));
    }
    return at(method.getMethod()).or(() -> at(type));
  }

  private static Optional<AccessRule> at(java.lang.reflect.AnnotatedElement place) {
    Needs needs = AnnotatedElementUtils.findMergedAnnotation(place, Needs.class);
    if (needs != null) {
      return Optional.of(new AccessRule(needs.value()));
    }
    return AnnotatedElementUtils.hasAnnotation(place, Open.class)
        ? Optional.of(new AccessRule(null))
        : Optional.empty();
  }

  /// How the API's description names it.
  public String word() {
    return needs == null ? "open" : needs.word();
  }
}

package org.wordborne.server.workspace.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.StillSignedIn;

/// Gives controllers who is signed in, as [SignedIn] or as [Scope], and who they are later on, as
/// [StillSignedIn].
final class SignedInArgument implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == SignedIn.class || type == Scope.class || type == StillSignedIn.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known == null || !(known.getPrincipal() instanceof SignedIn who)) {
      throw new ForbiddenException("sign in first");
    }
    Class<?> type = parameter.getParameterType();
    if (type == StillSignedIn.class) {
      return Objects.requireNonNull(known.getCredentials());
    }
    return type == SignedIn.class ? who : who.scope();
  }
}

package org.wordborne.server.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.WorkspaceId;

/// Walks every controller method that Spring knows.
class AccessGateTest {
  private static final Collection<HandlerMethod> METHODS =
      ServerFixture.bean(RequestMappingHandlerMapping.class).getHandlerMethods().values();

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void rule_ofEveryMethod_isWritten() {
    assertThat(METHODS).hasSizeGreaterThan(190);
    assertThat(METHODS).filteredOn(method -> AccessRule.of(method).isEmpty()).isEmpty();
  }

  /* A later method of such a class would have the class's rule without anybody's thought. */
  @Test
  void rule_atAClass_isThatOfAllItsMethods() {
    assertThat(METHODS)
        .filteredOn(method -> carriesRule(method.getBeanType()) && carriesRule(method.getMethod()))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void preHandle_ofEveryMethod_letsThroughWhoMay(Role role) {
    enter(role);
    List<HandlerMethod> wrong =
        METHODS.stream().filter(method -> passes(method) != mayReach(role, method)).toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void preHandle_withNobodySignedIn_passesWhatIsOpenOnly() {
    assertThat(METHODS)
        .allSatisfy(
            method ->
                assertThat(passes(method))
                    .isEqualTo(AccessRule.of(method).orElseThrow().needs() == null));
  }

  private static boolean mayReach(Role role, HandlerMethod method) {
    Permission needs = AccessRule.of(method).orElseThrow().needs();
    return needs == null || role.permissions().contains(needs);
  }

  private static boolean passes(HandlerMethod method) {
    try {
      return new AccessGate()
          .preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), method);
    } catch (ForbiddenException refused) {
      return false;
    }
  }

  private static void enter(Role role) {
    var who = new SignedIn(null, new WorkspaceId(new UUID(1, 2)), "Ada", role.word());
    SecurityContextHolder.getContext()
        .setAuthentication(new PreAuthenticatedAuthenticationToken(who, "", List.of()));
  }

  private static boolean carriesRule(java.lang.reflect.AnnotatedElement place) {
    return Stream.of(Needs.class, Open.class)
        .anyMatch(rule -> AnnotatedElementUtils.hasAnnotation(place, rule));
  }
}

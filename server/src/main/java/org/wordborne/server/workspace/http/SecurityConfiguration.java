package org.wordborne.server.workspace.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.account.RequestCredentials;

/// Who may reach what: everything of the API needs somebody signed in, but for signing in; pages
/// are open and empty without the API; so are public pages and their forms, under `/p/`; webhooks
/// are judged by their signature; browsers may report
/// what the policy of the pages stopped; all else is shut.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  @Bean
  SecurityFilterChain security(
      HttpSecurity http, RequestCredentials credentials, ServerProperties properties, Rates rates)
      throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable) // RequestGuard does it, see there
        .headers(AbstractHttpConfigurer::disable) // SafeHeaders
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new RequestGuard(credentials, properties), AuthorizationFilter.class)
        .exceptionHandling(
            it ->
                it.authenticationEntryPoint(
                        (request, response, _) -> askToSignIn(rates, request, response))
                    .accessDeniedHandler(
                        (_, response, _) -> refuse(response, 403, "Forbidden", "not for you")))
        .authorizeHttpRequests(
            it ->
                it.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/api/v1/session", "/api/v1/session/**", "/hooks/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, PolicyReports.PATH)
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/p/**") // forms of public pages
                    .permitAll()
                    .requestMatchers("/api/**", "/api")
                    .authenticated()
                    .requestMatchers(HttpMethod.GET, "/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, "/**")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /* Whoever tries credentials out has no more tries than a place has requests. */
  private static void askToSignIn(
      Rates rates, HttpServletRequest request, HttpServletResponse response)
      throws java.io.IOException {
    if (rates.passesNobody(request, response)) {
      refuse(response, 401, "Unauthorized", "sign in first");
    }
  }

  private static void refuse(HttpServletResponse response, int status, String title, String detail)
      throws java.io.IOException {
    Refusal.send(response, status, title, detail);
  }
}

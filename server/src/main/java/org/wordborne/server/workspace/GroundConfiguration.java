package org.wordborne.server.workspace;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wordborne.server.workspace.trace.CallTraces;
import org.wordborne.server.workspace.trace.Traces;
import org.wordborne.wire.AllowedPrivate;
import org.wordborne.wire.GuardedHttp;

/// The few things that touch time and chance, so that a test can put its own in their place.
@Configuration(proxyBeanMethods = false)
class GroundConfiguration {
  @Bean
  Ids ids(InstantSource clock, SecureRandom chance) {
    return new Ids(clock, chance);
  }

  /* The one client for addresses that others gave us; whom it may reach says the operator. */
  @Bean
  AllowedPrivate allowedPrivate(ServerProperties properties) {
    return AllowedPrivate.of(properties.allowPrivate());
  }

  @Bean
  GuardedHttp guardedHttp(AllowedPrivate allowed, Traces traces) {
    var http = new GuardedHttp(allowed);
    return traces == Traces.OFF ? http : http.withWatch(new CallTraces(traces));
  }

  @Bean
  SecureRandom chance() {
    return new SecureRandom();
  }
}

package org.wordborne.server.workspace;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The few things that touch time and chance, so that a test can put its own in their place.
@Configuration(proxyBeanMethods = false)
class GroundConfiguration {
  @Bean
  Ids ids(InstantSource clock, SecureRandom chance) {
    return new Ids(clock, chance);
  }

  @Bean
  SecureRandom chance() {
    return new SecureRandom();
  }
}

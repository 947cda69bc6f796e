package org.wordborne.server.workspace.trace;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wordborne.server.workspace.Telemetry;

/// Traces as the operator asked for them; without that the class that sends them is never loaded.
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {
  @Bean
  Traces traces(Telemetry telemetry, InstantSource clock, SecureRandom chance) {
    return telemetry.traces() == null ? Traces.OFF : OtlpTraces.start(telemetry, clock, chance);
  }
}

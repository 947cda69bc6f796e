package org.wordborne.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The server's modules lean on each other in one direction only and touch no inner parts.
class ModularityTest {
  @Test
  void modules_ofTheServer_leanDownOnly() {
    ApplicationModules.of(WordborneServer.class).verify();
  }
}

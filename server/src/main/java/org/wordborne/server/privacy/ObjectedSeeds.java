package org.wordborne.server.privacy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.spread.SeedExclusions;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.personal.DoNotContact;

/// Leaves those in peace who asked not to be written to.
@Component
class ObjectedSeeds implements SeedExclusions {
  private final DoNotContact blocks;

  ObjectedSeeds(DoNotContact blocks) {
    this.blocks = blocks;
  }

  @Override
  public Map<UUID, String> without(Scope scope, Instant at) {
    var objected = new HashMap<UUID, String>();
    blocks
        .all(scope)
        .forEach(
            blocked -> {
              if (blocked.person() != null) {
                objected.put(blocked.person(), "objected");
              }
            });
    return objected;
  }
}

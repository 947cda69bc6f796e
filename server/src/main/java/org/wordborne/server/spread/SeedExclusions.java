package org.wordborne.server.spread;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// Who must not be asked to spread a word; whoever knows of such people has a bean of this type.
public interface SeedExclusions {
  /// These people, each with the reason as a code: `own` (one of ours), `asked` (asked by a
  /// campaign within 60 days), `won` (a winner), `minor` (said to be under age), `objected`.
  Map<UUID, String> without(Scope scope, Instant at);
}

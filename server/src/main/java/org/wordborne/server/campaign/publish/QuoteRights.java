package org.wordborne.server.campaign.publish;

import java.util.Optional;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// Who knows whether a person lets us use their words; asked when a post that quotes them leaves.
public interface QuoteRights {
  /// What is missing to publish these words now, in a sentence; empty if nothing is.
  Optional<String> lack(Scope scope, UUID mention);
}

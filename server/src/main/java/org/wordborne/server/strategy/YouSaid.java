package org.wordborne.server.strategy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;

/// Where the people read what was decided about what they said.
@Component
class YouSaid {
  /// The address of that page, once a decision is public.
  @Nullable String address(Scope scope) {
    return null;
  }
}

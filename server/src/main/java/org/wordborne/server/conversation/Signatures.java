package org.wordborne.server.conversation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Workspaces;

/// Who signs a reply: a person, by their first name.
@Component
final class Signatures {
  private final Workspaces workspaces;

  Signatures(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /// The name wished for; else the person's first name; else, for a program, the brand's.
  String of(SignedIn by, @Nullable String wished) {
    if (wished != null && !wished.isBlank()) {
      return wished.strip();
    }
    var name = by.name().strip();
    if (by.person() == null) {
      var brand = workspaces.brand(by.scope()).name();
      return brand.isBlank() ? name : brand;
    }
    int end = name.indexOf(' ') < 0 ? name.indexOf('@') : name.indexOf(' ');
    return end > 0 ? name.substring(0, end) : name;
  }
}

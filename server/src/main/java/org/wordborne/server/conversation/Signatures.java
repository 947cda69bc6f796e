package org.wordborne.server.conversation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Workspaces;

/// Who signs a reply: a person, by their first name.
@Component
final class Signatures {
  private final Workspaces workspaces;
  private final Members members;

  Signatures(Workspaces workspaces, Members members) {
    this.workspaces = workspaces;
    this.members = members;
  }

  /// The same, called by the member's own name also where a token of theirs asks.
  SignedIn byName(SignedIn by) {
    if (by.person() == null) {
      return by;
    }
    return members
        .find(by.scope(), by.person())
        .map(member -> new SignedIn(by.person(), by.workspace(), member.name(), by.role()))
        .orElse(by);
  }

  /// The name wished for; else the person's first name; else, for a program, the brand's.
  String of(SignedIn by, @Nullable String wished) {
    if (wished != null && !wished.isBlank()) {
      return wished.strip();
    }
    var name = byName(by).name().strip();
    if (by.person() == null) {
      var brand = workspaces.brand(by.scope()).name();
      return brand.isBlank() ? name : brand;
    }
    int end = name.indexOf(' ') < 0 ? name.indexOf('@') : name.indexOf(' ');
    return end > 0 ? name.substring(0, end) : name;
  }
}

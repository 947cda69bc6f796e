package org.wordborne.server.workspace.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a member is in a workspace: a bundle of permissions.
public enum Role {
  /// All that concerns the workspace.
  OWNER(EnumSet.complementOf(EnumSet.of(Permission.SERVER))),
  /// All but making owners and ending the workspace.
  MANAGER(EnumSet.complementOf(EnumSet.of(Permission.OWN, Permission.SERVER))),
  /// Answers what was heard.
  RESPONDER(EnumSet.of(Permission.SEE, Permission.READ, Permission.ANSWER, Permission.EXPORT)),
  /// Says what is listened for, and reads.
  ANALYST(EnumSet.of(Permission.SEE, Permission.READ, Permission.EXPORT, Permission.LISTEN)),
  /// Sees what the work comes to, and approves what was put to them.
  CLIENT(EnumSet.of(Permission.SEE));

  private final String word = name().toLowerCase(Locale.ROOT);
  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Collections.unmodifiableSet(permissions);
  }

  /// What it may do.
  public Set<Permission> permissions() {
    return permissions;
  }

  /// Its name in the API and the database.
  @JsonValue
  public String word() {
    return word;
  }

  /// The one with that name, if there is one.
  public static Optional<Role> of(String word) {
    return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}

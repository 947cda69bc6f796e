package org.wordborne.server.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as one names them in a line. The id is null where a word came without any author.
public record PersonRef(@Nullable UUID id, String name, String initials) {
  /// Somebody whose word came without an author.
  public static final PersonRef UNKNOWN = new PersonRef(null, "", "");

  /// A person with the initials that their name gives.
  public static PersonRef of(@Nullable UUID id, String name) {
    return new PersonRef(id, name, Initials.of(name));
  }
}

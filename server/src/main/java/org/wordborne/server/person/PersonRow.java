package org.wordborne.server.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as a line of a list.
///
/// @param hear how many people hear them, as far as their accounts say; 0 where none says
/// @param answeredByUs how many of their words we answered
/// @param sentence left null: the page composes it from the numbers in the reader's language
public record PersonRow(
    UUID id,
    String name,
    String initials,
    List<HandleView> handles,
    int words,
    @Nullable Instant lastAt,
    long hear,
    Mood mood,
    int answeredByUs,
    @Nullable String sentence) {

  /// Only the name.
  public PersonRef ref() {
    return new PersonRef(id, name, initials);
  }
}

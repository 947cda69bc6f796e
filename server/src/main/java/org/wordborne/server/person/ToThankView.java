package org.wordborne.server.person;

import java.util.List;
import org.wordborne.server.mention.MentionView;

/// People who spoke well of us and whom nobody has thanked yet.
///
/// @param people the first of them
/// @param waiting how many there are
public record ToThankView(List<Praise> people, int waiting) {

  /// One of them.
  ///
  /// @param why key of the catalogue: recommended, defended, praised
  /// @param mention the word for which to thank
  public record Praise(PersonRow person, String why, MentionView mention) {}
}

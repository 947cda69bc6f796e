package org.wordborne.server.mention.index;

import org.jspecify.annotations.Nullable;
import org.wordborne.query.Query;

/// Which mentions are meant.
///
/// @param query what they must satisfy; null for any
/// @param filters what they are narrowed to besides
public record MentionQuestion(@Nullable Query query, MentionFilters filters) {
  /// Every mention but spam and hidden ones.
  public static final MentionQuestion ANY = new MentionQuestion(null, MentionFilters.USUAL);
}

package org.wordborne.server.result;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.BadInputException;

/// The last word of a page: the next page begins with the word spoken before it.
record WordPlace(Instant at, UUID id) {
  private static final WordPlace BEFORE_ALL =
      new WordPlace(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

  /// Reads a cursor that an earlier page gave; none is the place before all words.
  ///
  /// @throws BadInputException if the cursor is none of ours
  static WordPlace of(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return BEFORE_ALL;
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      String[] parts = text.split(" ", 2);
      if (parts.length == 2) {
        var place = new WordPlace(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        if (Math.abs(place.at.getEpochSecond()) <= BEFORE_ALL.at.getEpochSecond()) {
          return place;
        }
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // The same answer as for half a place.
    }
    throw new BadInputException("cursor", cursor, "Take the cursor from `next` of a page before.");
  }

  String cursor() {
    var bytes = (at + " " + id).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

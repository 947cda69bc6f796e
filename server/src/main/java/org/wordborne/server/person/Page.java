package org.wordborne.server.person;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.BadInputException;

/// Which part of a list is asked for.
public record Page(int offset, int limit) {
  private static final int MOST = 100;
  private static final int DEEPEST = 100_000;

  /// Reads a cursor that an earlier page gave, and the size wished for.
  ///
  /// @throws BadInputException if the cursor is none of ours, or the size is not 1 to 100
  public static Page of(@Nullable String cursor, @Nullable Integer limit, int usual) {
    int size = limit == null ? usual : limit;
    if (size < 1 || size > MOST) {
      throw new BadInputException("limit", limit, "A page has 1 to " + MOST + " entries.");
    }
    return new Page(cursor == null || cursor.isEmpty() ? 0 : offset(cursor), size);
  }

  private static int offset(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      int offset = Integer.parseInt(text);
      if (offset >= 0 && offset <= DEEPEST) {
        return offset;
      }
    } catch (IllegalArgumentException e) {
      // The same answer as for a number out of bounds.
    }
    throw new BadInputException("cursor", cursor, "Take the cursor from `next` of a page before.");
  }

  /// The entries of this page, of `found` which may have one more.
  public <T> List<T> cut(List<T> found) {
    return found.subList(0, Math.min(limit, found.size()));
  }

  /// The next page's cursor, or null where `found`, asked for with one more, has no more.
  public @Nullable String next(int found) {
    if (found <= limit) {
      return null;
    }
    var bytes = Integer.toString(offset + limit).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package org.wordborne.server.workspace.account.factor;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.BadInputException;

/// Bytes as a page sends them: base 64 for addresses, without padding.
final class Sent {
  private static final int LONGEST = 20_000;

  private Sent() {}

  static byte[] bytes(String field, @Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > LONGEST) {
      throw wrong(field);
    }
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw wrong(field);
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static BadInputException wrong(String field) {
    return new BadInputException(field, null, "bytes in base64url are needed");
  }
}

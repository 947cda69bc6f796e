package org.wordborne.wire;

import org.jspecify.annotations.Nullable;

/// A web address as browsers read one: parsed once, judged by its parts, never as a string.
public final class WebAddress {
  private WebAddress() {}

  /// Reads an absolute address; null if it is none.
  public static @Nullable WebAddress parse(String input) {
    return parse(input, null);
  }

  /// Reads an address relative to `base`; null if it is none.
  public static @Nullable WebAddress parse(String input, @Nullable WebAddress base) {
    throw new UnsupportedOperationException();
  }

  /// `input` made absolute by `base`; where that is impossible, `input` as it came.
  public static String resolve(String input, String base) {
    throw new UnsupportedOperationException();
  }

  /// Host in its normal form, IPv6 in brackets; "" if there is none.
  public String host() {
    return "";
  }

  /// The port written, or that of the scheme; -1 if neither is known.
  public int effectivePort() {
    return -1;
  }

  /// Whether a user name or password is in it.
  public boolean hasCredentials() {
    return false;
  }

  /// The whole address in its normal form.
  public String href() {
    return "";
  }
}

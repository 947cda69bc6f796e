package org.wordborne.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses from others that somebody may be led to: a click on one opens a page, and never runs
/// a script, reads a file or starts a program.
public final class LinkAddress {
  /* No white space or control in it: browsers drop those, so that `java\nscript:` would be one. */
  private static final Pattern WEB =
      Pattern.compile("(?i)https?://[^\\p{Cntrl}\\p{IsWhite_Space}]+");

  private LinkAddress() {}

  /// The address if it is one of the web (http or https), else "".
  public static String harmless(String address) {
    String bare = address.strip();
    return WEB.matcher(bare).matches() ? bare : "";
  }

  /// As [#harmless], where there may be none: null for none and for one that is not of the web.
  public static @Nullable String harmlessOrNull(@Nullable String address) {
    String kept = address == null ? "" : harmless(address);
    return kept.isEmpty() ? null : kept;
  }
}

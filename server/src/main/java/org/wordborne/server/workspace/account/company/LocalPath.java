package org.wordborne.server.workspace.account.company;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a page goes on after signing in: a path of this server and nowhere else.
///
/// Refused is whatever a browser, a proxy or a careless reader could take for another server:
/// `//evil`, `/\evil`, a slash or backslash that is written as `%2f` or `%5c`, control characters.
public final class LocalPath {
  /// Where one goes who names no place that is good.
  public static final String HOME = "/";

  private static final Pattern GOOD =
      Pattern.compile(
          "/(?:[A-Za-z0-9._~!$&'()*+,;=:@-][A-Za-z0-9._~!$&'()*+,;=:@/%-]*)?(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");
  private static final Pattern DISGUISED = Pattern.compile("(?i)//|%2f|%5c|%25|%0|%1");
  private static final int LONGEST = 500;

  private LocalPath() {}

  /// The path, if it is one; else [#HOME].
  public static String of(@Nullable String wanted) {
    return wanted != null
            && wanted.length() <= LONGEST
            && GOOD.matcher(wanted).matches()
            && !DISGUISED.matcher(wanted).find()
        ? wanted
        : HOME;
  }
}

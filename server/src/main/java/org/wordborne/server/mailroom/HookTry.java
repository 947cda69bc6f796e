package org.wordborne.server.mailroom;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one try to tell a program something.
///
/// @param status what was answered; 0 where nothing was
/// @param answer the beginning of the answer, on one line
/// @param why what went wrong; empty where nothing did
/// @param rest how long it asks to be left alone; null if it does not
record HookTry(int status, Duration took, String answer, String why, @Nullable Duration rest) {
  private static final int GONE = 410;
  private static final int LONGEST_ANSWER = 300;

  /// Something was answered.
  static HookTry answered(int status, Duration took, byte[] body, @Nullable Duration rest) {
    boolean good = status >= 200 && status < 300;
    String beginning =
        new String(body, 0, Math.min(body.length, 4 * LONGEST_ANSWER), StandardCharsets.UTF_8);
    return new HookTry(
        status,
        took,
        Addresses.flat(beginning, LONGEST_ANSWER),
        good ? "" : "It answered with status " + status + ".",
        rest);
  }

  /// Nothing was answered.
  static HookTry silent(Duration took, String why) {
    return new HookTry(0, took, "", why, null);
  }

  boolean taken() {
    return why.isEmpty();
  }

  /// Whether it says that nobody is there for good.
  boolean isGone() {
    return status == GONE;
  }
}

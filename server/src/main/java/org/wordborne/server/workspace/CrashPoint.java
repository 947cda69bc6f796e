package org.wordborne.server.workspace;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Named points at which a test ends the process as a power cut would.
///
/// `-DWORDBORNE_CRASH=name` halts at the first reaching of `name`, `name:3` at the third. Without
/// the property a point costs one comparison with a constant.
public final class CrashPoint {
  private static final int KILLED = 137;
  private static final @Nullable String NAME;
  private static final AtomicInteger LEFT = new AtomicInteger(1);

  static {
    String wanted = System.getProperty("WORDBORNE_CRASH");
    int colon = wanted == null ? -1 : wanted.lastIndexOf(':');
    if (wanted != null && colon > 0) {
      LEFT.set(Integer.parseInt(wanted.substring(colon + 1)));
      wanted = wanted.substring(0, colon);
    }
    NAME = wanted;
  }

  private CrashPoint() {}

  /// Says that the point `name` is reached; returns, unless a test asked to crash here.
  public static void reach(String name) {
    if (NAME != null && NAME.equals(name) && LEFT.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}

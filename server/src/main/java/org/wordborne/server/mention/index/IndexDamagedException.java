package org.wordborne.server.mention.index;

import java.nio.file.Path;

/// An index that cannot be read. Nothing is lost: remove its folder and build it anew.
public final class IndexDamagedException extends Exception {
  private static final long serialVersionUID = 1;

  /// Names the folder and what is wrong with it.
  public IndexDamagedException(Path folder, String what, Throwable cause) {
    super("The search index in " + folder + " cannot be read: " + what, cause);
  }
}

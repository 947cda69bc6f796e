package org.wordborne.server.workspace;

/// The version of this program, as the build names it.
public final class ProgramVersion {
  /// As in `0.1.0`.
  public static final String TEXT = "0.1.0";

  private ProgramVersion() {}
}

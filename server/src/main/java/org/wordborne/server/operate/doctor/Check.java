package org.wordborne.server.operate.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// One thing that was looked at.
///
/// @param name its word: `disk`, `backups`
/// @param what what was found, in one sentence without names of people
/// @param todo what helps; empty where nothing has to be done
public record Check(String name, State state, String what, String todo) {
  /// How it is.
  public enum State {
    OK,
    WARN,
    WRONG;

    /// Its word for programs.
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// All is well.
  public static Check ok(String name, String what) {
    return new Check(name, State.OK, what, "");
  }

  /// It works, but somebody should look.
  public static Check warn(String name, String what, String todo) {
    return new Check(name, State.WARN, what, todo);
  }

  /// It does not work, or is not safe.
  public static Check wrong(String name, String what, String todo) {
    return new Check(name, State.WRONG, what, todo);
  }
}

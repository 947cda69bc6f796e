package org.wordborne.server.workspace.act;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How somebody came to act.
public enum ActWay {
  /// Signed in with a browser.
  SESSION,
  /// A program with a token.
  TOKEN,
  /// A command on the server's own machine.
  COMMAND,
  /// Whoever holds a link, without an account.
  LINK,
  /// The program by itself.
  PROGRAM;

  /// Its name in the book and the API.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.wordborne.server.workspace;

import java.time.Duration;
import org.wordborne.server.workspace.Condition.Kind;

/// The work that was asked for rests until something around the server is well again: answered
/// with 503 and when to come again.
public class RestingException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Duration DATABASE_REST = Duration.ofSeconds(4);
  private final Kind kind;
  private final Duration wait;

  /// Takes what is the matter, and the time after which to try again.
  public RestingException(Kind kind, Duration wait) {
    super(sentence(kind));
    this.kind = kind;
    this.wait = wait;
  }

  /// While the database does not answer.
  public static RestingException ofDatabase() {
    return new RestingException(Kind.DATABASE, DATABASE_REST);
  }

  /// What is the matter.
  public Kind kind() {
    return kind;
  }

  /// After how long it may be tried again.
  public Duration retryAfter() {
    return wait;
  }

  private static String sentence(Kind kind) {
    return switch (kind) {
      case DATABASE -> "The database does not answer; try again in a moment.";
      case DISK_FULL, DISK_LOW ->
          "The disk of this server is nearly full, so nothing new is taken in; try again later.";
      case CLOCK_LEAPT -> "The clock of this server leapt ahead; try again once it is right.";
      case SENDING -> "Nothing is sent until somebody who runs this server resumes it.";
    };
  }
}

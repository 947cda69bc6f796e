package org.wordborne.server.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was sent cannot be taken: answered with 400 and a problem that names the field.
public class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String field;
  private final @Nullable String value;
  private final transient Map<String, Object> extras = new LinkedHashMap<>();

  /// Names the field, the value that was sent (null when none), and what would be right.
  public BadInputException(String field, @Nullable Object value, String message) {
    super(message);
    this.field = field;
    this.value = value == null ? null : value.toString();
  }

  /// Adds a member to the problem, as `start` and `end` of a wrong query.
  public BadInputException with(String name, Object member) {
    extras.put(name, member);
    return this;
  }

  /// The field's name as it was sent.
  public String field() {
    return field;
  }

  /// The value that was sent; null when none was.
  public @Nullable String value() {
    return value;
  }

  /// Further members of the problem.
  public Map<String, Object> extras() {
    return extras;
  }
}

package org.wordborne.server.publicpage;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody sent by a form.
///
/// @param fields by name, stripped; of a name that came twice the first
/// @param fast whether it came within two seconds, or without the form being asked for at all; a
///     sign, never a reason to refuse
/// @param addressHash of where it came from, keyed by what it is about, so that two forms do not
///     tell that they are of one place
/// @param key by which the same form, sent twice with the same in it, is known; null if the form
///     was not asked for
/// @param took from the form being shown to its being sent; null if that is not known
public record Posted(
    Map<String, String> fields,
    boolean fast,
    String addressHash,
    @Nullable String key,
    @Nullable Duration took) {
  /// Copies the fields.
  public Posted {
    fields = Map.copyOf(fields);
  }

  /// A field; "" if it was not sent.
  public String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /// Whether a box was ticked.
  public boolean ticked(String name) {
    return !get(name).isEmpty();
  }
}

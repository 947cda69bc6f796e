package org.wordborne.town;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a speaker has in mind while speaking: names that the grammar leaves open.
final class Bound {

  /// The names a grammar may leave open.
  enum Slot {
    /// The café spoken of, with its article in English.
    C,
    /// Another café.
    R,
    /// First name of the person one answers.
    AUTHOR,
    /// First name of a friend.
    FRIEND,
    /// What the thread is about, as a noun phrase.
    THING,
    /// The speaker's first name.
    ME
  }

  private static final Map<String, Slot> NAMES =
      Map.of(
          "C",
          Slot.C,
          "R",
          Slot.R,
          "author",
          Slot.AUTHOR,
          "friend",
          Slot.FRIEND,
          "thing",
          Slot.THING,
          "me",
          Slot.ME);

  private final Map<Slot, String> values = new EnumMap<>(Slot.class);

  static @Nullable Slot slot(String name) {
    return NAMES.get(name);
  }

  Bound with(Slot slot, String value) {
    values.put(slot, value);
    return this;
  }

  String get(Slot slot) {
    return values.getOrDefault(slot, "");
  }
}

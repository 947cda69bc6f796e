package org.wordborne.town;

/// Someone of Alderwick.
///
/// @param id position in the population
/// @param first how friends call them
/// @param name as on a letter
/// @param handle as on the forum
/// @param language `en` or `de`, spoken at home
/// @param activity how much they talk beside others, greater than 0
/// @param listeners ids of those who hear them
record Person(
    int id,
    String first,
    String name,
    String handle,
    Circle circle,
    String language,
    WritingHabit habit,
    double activity,
    int[] listeners) {

  /// How many hear them.
  int followers() {
    return listeners.length;
  }

  /// The name they go by at a place: a handle on the forum (most of them), their own elsewhere.
  String nameAt(Institution place) {
    return place == Institution.FORUM && (handle.hashCode() & 7) < 6 ? handle : name;
  }
}

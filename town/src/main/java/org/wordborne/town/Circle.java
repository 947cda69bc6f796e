package org.wordborne.town;

/// Who belongs together, and when they are awake.
enum Circle {
  /// Parents and the school gate.
  PARENTS(0.17, 0.10, 6, 22, "forum"),
  /// The forum's regulars.
  REGULARS(0.12, 0.12, 7, 24, "forum"),
  /// Makers, stalls and the Saturday market.
  MAKERS(0.11, 0.12, 6, 22, "board"),
  /// The harbour's night shift, ferries and fish.
  HARBOUR(0.10, 0.10, 17, 31, "board"),
  /// Students of the college.
  STUDENTS(0.13, 0.15, 9, 26, "forum"),
  /// The German-speaking families around the Hafenverein.
  GERMANS(0.15, 1.00, 6, 23, "board"),
  /// Offices and commuters on line 14.
  OFFICES(0.10, 0.12, 6, 21, "forum"),
  /// Choir, church and allotments.
  CHOIR(0.12, 0.10, 7, 21, "courier");

  /// Share of the town.
  final double share;

  /// Share that speaks German at home.
  final double german;

  /// Hour of getting up, hour of going to bed (may be past 24).
  final int wakes;

  final int sleeps;

  /// Where they mostly talk.
  final String haunt;

  Circle(double share, double german, int wakes, int sleeps, String haunt) {
    this.share = share;
    this.german = german;
    this.wakes = wakes;
    this.sleeps = sleeps;
    this.haunt = haunt;
  }

  /// How likely one of them is to speak at `hour` (0 to 23), from 0 to 1.
  double awake(int hour) {
    int later = hour + 24;
    if (hour >= wakes && hour < sleeps || later < sleeps) {
      return 1;
    }
    return 0.06;
  }
}

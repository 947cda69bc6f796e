package org.wordborne.spread;

/// How a [BurstDetector] listens.
///
/// @param stepSeconds the time between two values, in seconds, from 1 to 86,400
/// @param falseAlarmsPerWeek how many alarms a week may be false where nothing happens, above 0
/// @param least the fewest words, in the span that raises it, that make an alarm; at least 0
/// @param zoneOffsetMinutes minutes that local time is ahead of UTC: the day's rhythm is local
public record BurstSettings(
    int stepSeconds, double falseAlarmsPerWeek, double least, int zoneOffsetMinutes) {
  private static final int DAY = 86_400;
  private static final int USUAL_LEAST = 4;

  /// Checks the ranges.
  public BurstSettings {
    if (stepSeconds < 1 || stepSeconds > DAY) {
      throw new IllegalArgumentException("stepSeconds must be from 1 to 86400, was " + stepSeconds);
    }
    if (!(falseAlarmsPerWeek > 0) || !(least >= 0)) {
      throw new IllegalArgumentException(
          "falseAlarmsPerWeek must be above 0 and least not negative, were %s and %s"
              .formatted(falseAlarmsPerWeek, least));
    }
  }

  /// One false alarm a week, at least 4 words, days that begin at midnight UTC.
  public static BurstSettings every(int stepSeconds) {
    return new BurstSettings(stepSeconds, 1, USUAL_LEAST, 0);
  }

  /// With another number of false alarms a week.
  public BurstSettings withFalseAlarmsPerWeek(double alarms) {
    return new BurstSettings(stepSeconds, alarms, least, zoneOffsetMinutes);
  }

  /// With days that begin at midnight of another zone.
  public BurstSettings withZoneOffsetMinutes(int minutes) {
    return new BurstSettings(stepSeconds, falseAlarmsPerWeek, least, minutes);
  }

  double stepsPerWeek() {
    return 7.0 * DAY / stepSeconds;
  }
}

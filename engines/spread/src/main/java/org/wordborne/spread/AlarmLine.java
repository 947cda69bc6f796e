package org.wordborne.spread;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;

/// The score from which on there is an alarm: so many alarms a week as were asked for.
///
/// By the law of the counts that is −log₁₀(alarms a week / steps a week). Talk has heavier tails
/// than any law, so the line also lies close below the peak that as many stretches of the last
/// twelve weeks reached as were allowed in them, alarms or not: if peaks to come are as peaks past,
/// it is passed about as often as asked.
final class AlarmLine {
  private static final double WEEK = 7 * 86_400;
  private static final int WEEKS = 12;
  private static final double LEAST = 1;
  /* A peak this near to the highest ones is as remarkable as they were. */
  private static final double NEAR = .85;

  private record Peak(long second, double score) {}

  private final double perWeek;
  private final double nominal;
  private final ArrayDeque<Peak> peaks = new ArrayDeque<>();
  private long first = Long.MIN_VALUE;

  AlarmLine(BurstSettings settings) {
    perWeek = settings.falseAlarmsPerWeek();
    nominal =
        Math.max(LEAST, StrictMath.log10(settings.stepsPerWeek() / settings.falseAlarmsPerWeek()));
  }

  /// The line that the law of the counts gives.
  double nominal() {
    return nominal;
  }

  double at(long second) {
    if (first == Long.MIN_VALUE) {
      first = second;
    }
    while (!peaks.isEmpty() && peaks.getFirst().second < second - WEEKS * WEEK) {
      peaks.removeFirst();
    }
    double weeks = Math.min(WEEKS, (second - first) / WEEK);
    int allowed = (int) Math.max(1, Math.round(perWeek * weeks));
    if (weeks < 1 || peaks.size() < allowed) {
      return nominal;
    }
    double[] scores = peaks.stream().mapToDouble(Peak::score).sorted().toArray();
    return Math.max(nominal, NEAR * scores[scores.length - allowed]);
  }

  /// Notes the peak of a stretch of unusual talk.
  void peak(long second, double score) {
    peaks.addLast(new Peak(second, score));
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(first);
    out.writeInt(peaks.size());
    for (Peak each : peaks) {
      out.writeLong(each.second);
      out.writeDouble(each.score);
    }
  }

  void read(DataInputStream in) throws IOException {
    first = in.readLong();
    peaks.clear();
    for (int left = in.readInt(); left > 0; left--) {
      peaks.addLast(new Peak(in.readLong(), in.readDouble()));
    }
  }
}

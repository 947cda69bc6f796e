package org.wordborne.spread;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// What is usual at an hour: a level that follows the last hours, times the shape of the day in
/// half hours, working days and weekends apart once both are known.
///
/// Values are clipped at what is unusual before they are learned, so that a burst does not become
/// usual; a new level is believed within about a day.
final class DailyRhythm {
  private static final int SLOTS = 48;
  private static final int DAY = 86_400;
  private static final double SLOT_MEMORY = .1; // of a day's half hour in the shape
  private static final double LEVEL_HOURS = 15;
  private static final double FIRST_HOURS = 4;
  private static final double LEAST = .01;
  private static final int KNOWN_DAYS = 1;

  private final int step;
  private final int offset;
  /* A line each for working days and weekends: mean value in a half hour, and on how many days. */
  private final double[][] mean = new double[2][SLOTS];
  private final int[][] days = new int[2][SLOTS];
  private double level = -1;
  private double heard;
  private double ratio = 1;

  private int slot = -1;
  private int line;
  private double slotSum;
  private int slotCount;

  DailyRhythm(BurstSettings settings) {
    this.step = settings.stepSeconds();
    this.offset = settings.zoneOffsetMinutes() * 60;
  }

  /// The usual value of a step at that time.
  double usual(long second) {
    double shape = shape(second);
    return Math.max(LEAST, shape >= 0 ? shape * ratio : Math.max(0, level));
  }

  private double shape(long second) {
    long local = second + offset;
    int at = (int) Math.floorMod(local, (long) DAY) * SLOTS / DAY;
    int kind = weekend(local);
    double own = near(kind, at);
    double other = near(1 - kind, at);
    return own >= 0 ? own : other;
  }

  /// The mean of a half hour and its neighbours, or -1 where too few days are known.
  private double near(int kind, int at) {
    double sum = 0;
    double weights = 0;
    for (int i = -1; i <= 1; i++) {
      int each = Math.floorMod(at + i, SLOTS);
      if (days[kind][each] >= (kind == 0 ? KNOWN_DAYS : 2)) {
        double weight = i == 0 ? 2 : 1;
        sum += weight * mean[kind][each];
        weights += weight;
      }
    }
    return weights < 3 ? -1 : sum / weights;
  }

  private static int weekend(long local) {
    long day = Math.floorMod(Math.floorDiv(local, (long) DAY) + 3, 7L); // 1970-01-01: a Thursday
    return day >= 5 ? 1 : 0;
  }

  /// Learns a value that has been clipped.
  void learn(long second, double value) {
    double shape = shape(second);
    heard++;
    double hours = shape >= 0 ? LEVEL_HOURS : FIRST_HOURS;
    double share = Math.max(step / (hours * 3600), 1 / heard);
    level = level < 0 ? value : level + share * (value - level);
    if (shape > LEAST) {
      double pace = Math.min(1, step / (LEVEL_HOURS * 3600));
      /* Weighted by the shape, so that quiet hours, which say little, move it little. */
      double weight = Math.min(3, shape / Math.max(LEAST, level));
      ratio += pace * weight * (value / shape - ratio);
      ratio = Math.clamp(ratio, .05, 20);
    }
    into(second, value);
  }

  private void into(long second, double value) {
    long local = second + offset;
    int at = (int) Math.floorMod(local, (long) DAY) * SLOTS / DAY;
    if (at != slot) {
      close();
      slot = at;
      line = weekend(local);
    }
    slotSum += value;
    slotCount++;
  }

  private void close() {
    if (slotCount > 0) {
      double value = slotSum / slotCount;
      int known = ++days[line][slot];
      double share = Math.max(SLOT_MEMORY, 1.0 / known);
      mean[line][slot] += share * (value - mean[line][slot]);
    }
    slotSum = 0;
    slotCount = 0;
  }

  void write(DataOutputStream out) throws IOException {
    for (int kind = 0; kind < 2; kind++) {
      for (int i = 0; i < SLOTS; i++) {
        out.writeDouble(mean[kind][i]);
        out.writeInt(days[kind][i]);
      }
    }
    for (double each : new double[] {level, heard, ratio, slotSum}) {
      out.writeDouble(each);
    }
    out.writeInt(slot);
    out.writeInt(line);
    out.writeInt(slotCount);
  }

  void read(DataInputStream in) throws IOException {
    for (int kind = 0; kind < 2; kind++) {
      Arrays.fill(mean[kind], 0);
      for (int i = 0; i < SLOTS; i++) {
        mean[kind][i] = in.readDouble();
        days[kind][i] = in.readInt();
      }
    }
    level = in.readDouble();
    heard = in.readDouble();
    ratio = in.readDouble();
    slotSum = in.readDouble();
    slot = in.readInt();
    line = in.readInt();
    slotCount = in.readInt();
  }
}

package org.wordborne.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BurstDetectorTest {
  private static final int STEP = 300;
  private static final int DAY = 86_400 / STEP;

  /// Counts by Poisson's law with a day's rhythm.
  private static double[] quiet(long seed, int steps, double mean) {
    var chance = new SplittableRandom(seed);
    var values = new double[steps];
    for (int i = 0; i < steps; i++) {
      double rate = mean * (1 + .8 * Math.sin(2 * Math.PI * i / DAY));
      double product = chance.nextDouble();
      while (product > Math.exp(-rate)) {
        values[i]++;
        product *= chance.nextDouble();
      }
    }
    return values;
  }

  private static int firstAlarm(BurstDetector detector, double[] values, int from) {
    int found = -1;
    for (int i = 0; i < values.length; i++) {
      boolean alarm = detector.add((long) i * STEP, values[i]).alarm();
      found = alarm && found < 0 && i >= from ? i : found;
    }
    return found;
  }

  @ParameterizedTest(name = "mean {0}")
  @ValueSource(doubles = {.5, 8})
  void add_yearOfSilence_raisesFewFalseAlarms(double mean) {
    var detector = new BurstDetector(BurstSettings.every(STEP));
    int alarms = 0;
    double[] values = quiet(7, 52 * 7 * DAY, mean);

    for (int i = 0; i < values.length; i++) {
      alarms += detector.add((long) i * STEP, values[i]).alarm() ? 1 : 0;
    }

    assertThat(alarms).isLessThanOrEqualTo(78); // one and a half a week
  }

  @Test
  void add_fourfoldForHalfAnHour_isFoundWithinFifteenMinutes() {
    int found = 0;
    for (long seed = 0; seed < 100; seed++) {
      double[] values = quiet(seed, 15 * DAY, 8);
      int onset = 14 * DAY + (int) (seed * 37 % 200);
      double[] more = quiet(seed + 1_000, 15 * DAY, 24);
      for (int i = onset; i < onset + 6; i++) {
        values[i] += more[i];
      }
      int alarm = firstAlarm(new BurstDetector(BurstSettings.every(STEP)), values, onset);
      found += alarm >= onset && alarm < onset + 3 ? 1 : 0;
    }

    assertThat(found).isGreaterThanOrEqualTo(90);
  }

  @Test
  void resume_anywhere_goesOnToTheLastBit() {
    double[] values = quiet(3, 9 * DAY, 2);
    values[8 * DAY] = 60; // a burst, and the calm after it
    var whole = new BurstDetector(BurstSettings.every(STEP));
    var parts = new BurstDetector(BurstSettings.every(STEP));

    for (int i = 0; i < values.length; i++) {
      var expected = whole.add((long) i * STEP, values[i]);
      parts = i % 97 == 0 || i > 8 * DAY - 9 ? BurstDetector.resume(parts.state()) : parts;
      assertThat(parts.add((long) i * STEP, values[i])).isEqualTo(expected);
    }
  }

  @Test
  void add_morningsAlwaysBusy_areUsual() {
    var detector = new BurstDetector(BurstSettings.every(STEP));
    int alarms = 0;
    for (int i = 0; i < 21 * DAY; i++) {
      double value = i % DAY >= 96 && i % DAY < 108 ? 40 : 2; // eight to nine
      boolean alarm = detector.add((long) i * STEP, value).alarm();
      alarms += alarm && i > 7 * DAY ? 1 : 0;
    }

    assertThat(alarms).isZero();
  }

  @Test
  void add_burstThatLasts_isOneAlarm() {
    double[] values = quiet(5, 10 * DAY, 4);
    for (int i = 9 * DAY; i < 9 * DAY + 40; i++) {
      values[i] += 50;
    }
    var detector = new BurstDetector(BurstSettings.every(STEP));
    int alarms = 0;
    for (int i = 0; i < values.length; i++) {
      boolean alarm = detector.add((long) i * STEP, values[i]).alarm();
      alarms += alarm && i >= 9 * DAY ? 1 : 0;
    }

    assertThat(alarms).isEqualTo(1);
  }

  @Test
  void add_threeWordsInADeadTopic_wakeNobody() {
    var detector = new BurstDetector(BurstSettings.every(STEP));
    for (int i = 0; i < 8 * DAY; i++) {
      detector.add((long) i * STEP, 0);
    }

    assertThat(detector.add(8L * DAY * STEP, 3).alarm()).isFalse();
    assertThat(detector.add((8L * DAY + 1) * STEP, 3).alarm()).isTrue();
  }

  @Test
  void add_whatIsNoCount_isRefused() {
    var detector = new BurstDetector(BurstSettings.every(STEP));

    assertThatThrownBy(() -> detector.add(0, -1)).hasMessageContaining("was -1.0");
    assertThatThrownBy(() -> BurstDetector.resume(new byte[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

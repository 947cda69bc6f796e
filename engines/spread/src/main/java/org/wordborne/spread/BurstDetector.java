package org.wordborne.spread;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// Says when there is more talk than usual at that hour.
///
/// Values come one a step, in order. Each is compared with the day's rhythm over the last 1, 3, 12
/// and 36 steps: the chance of as much under a negative binomial law with the usual mean and the
/// variance seen so far in that span. The score is −log₁₀ of four times the least of the four
/// chances (Bonferroni), and an alarm is raised where it passes a line that lets through as many
/// false alarms a week as asked for. A burst is over once the last steps are usual again.
///
/// ```java
/// var detector = new BurstDetector(BurstSettings.every(300));
/// BurstReading reading = detector.add(epochSecond, words);
/// if (reading.alarm()) { … }
/// ```
///
/// The first day raises no alarm. Not safe for many threads. A value costs a few microseconds; the
/// [#state] is about 2 kB, and a detector resumed from it goes on to the last bit.
public final class BurstDetector {
  private static final int VERSION = 1;
  private static final int[] SPANS = {1, 3, 12, 36};
  private static final int DAY = 86_400;
  private static final double LN_10 = StrictMath.log(10);
  private static final double CLIP = 2; // standard deviations that are still learned
  private static final double SPREAD_CLIP = 3.5; // the same for the variance itself
  private static final double LEVEL_DOUBT = .2; // by which share the usual level may be wrong
  private static final double CALM = StrictMath.log(.05);
  private static final int CALM_STEPS = 3;
  private static final double MOST_SCORE = 300;
  private static final double SPREAD_DAYS = 3;
  private static final double MOST_BURST = .5 * DAY;
  private static final double AGAIN = 2; // beyond the peak: a burst within a burst
  private static final double AGAIN_SECONDS = 10_800;

  private final BurstSettings settings;
  private final DailyRhythm rhythm;
  private final AlarmLine line;
  private final double[] values = new double[SPANS[SPANS.length - 1]];
  private final double[] usuals = new double[values.length];
  private final double[] over = new double[SPANS.length];
  private long steps;
  private long begun;
  private boolean unusual;
  private boolean burning;
  private double peak;
  private int calm;

  /// Begins without any knowledge.
  public BurstDetector(BurstSettings settings) {
    this.settings = settings;
    this.rhythm = new DailyRhythm(settings);
    this.line = new AlarmLine(settings);
    Arrays.fill(over, 1.5);
  }

  /// Takes the next value.
  ///
  /// @param epochSecond when its step began; steps may be missing
  /// @param value words in the step, not negative
  public BurstReading add(long epochSecond, double value) {
    if (!(value >= 0) || value > 1e12) {
      throw new IllegalArgumentException("value must be from 0 to 1e12, was " + value);
    }
    double usual = rhythm.usual(epochSecond);
    int at = (int) (steps % values.length);
    values[at] = value;
    usuals[at] = usual;
    steps++;
    var most = mostUnusual();
    var reading = judged(epochSecond, most, usual);
    learn(epochSecond, value, usual);
    return reading;
  }

  private record Unusual(double score, int span, double words, double logShort) {}

  private Unusual mostUnusual() {
    double least = 0;
    int span = 1;
    double words = 0;
    double logShort = 0;
    for (int i = 0; i < SPANS.length && SPANS[i] <= steps; i++) {
      double heard = sum(values, SPANS[i]);
      double mean = sum(usuals, SPANS[i]);
      double log = heard <= mean ? 0 : NegativeBinomial.logTail(heard, mean, spread(i, mean));
      logShort = i <= 1 ? Math.min(logShort, log) : logShort;
      if (log < least) {
        least = log;
        span = SPANS[i];
        words = heard;
      }
    }
    double score = -(least + StrictMath.log(SPANS.length)) / LN_10;
    return new Unusual(Math.clamp(score, 0, MOST_SCORE), span, words, logShort);
  }

  /// Variance by mean of a span: what was seen, and the doubt of the level.
  private double spread(int span, double mean) {
    return over[span] + LEVEL_DOUBT * LEVEL_DOUBT * mean;
  }

  private double sum(double[] ring, int span) {
    double sum = 0;
    for (long i = steps - span; i < steps; i++) {
      sum += ring[(int) (i % ring.length)];
    }
    return sum;
  }

  private BurstReading judged(long second, Unusual most, double usual) {
    double above = line.at(second);
    boolean learned = steps * (double) settings.stepSeconds() > DAY;
    double score = most.score;
    boolean alarm = learned && most.score > above && most.words >= settings.least();
    if (burning) {
      score = Math.max(0, most.score - peak);
      alarm = score > AGAIN && second - begun >= AGAIN_SECONDS;
    }
    if (alarm || !unusual && most.score > line.nominal()) {
      begun = second;
      calm = 0;
      unusual = true;
      burning |= alarm;
      peak = burning ? Math.max(peak, most.score) : most.score;
    } else if (unusual) {
      peak = Math.max(peak, most.score);
      calm = most.logShort > CALM ? calm + 1 : 0;
      endIfCalm(second);
    }
    return new BurstReading(
        score,
        alarm,
        burning,
        NegativeBinomial.quantile(.05, usual, over[0]),
        NegativeBinomial.quantile(.95, usual, over[0]),
        most.span);
  }

  /// Ends the stretch of unusual talk, alarmed or not, and remembers how high it went.
  private void endIfCalm(long second) {
    if (calm >= CALM_STEPS || second - begun > MOST_BURST) {
      line.peak(second, peak);
      unusual = false;
      burning = false;
      peak = 0;
    }
  }

  private void learn(long second, double value, double usual) {
    double highest = usual + CLIP * Math.sqrt(over[0] * usual) + 1;
    boolean young = steps * (double) settings.stepSeconds() < DAY / 4.0;
    rhythm.learn(second, young ? value : Math.min(value, highest));
    double share = Math.max(1.0 / steps, settings.stepSeconds() / (SPREAD_DAYS * DAY));
    for (int i = 0; i < SPANS.length && SPANS[i] <= steps && steps > 12; i++) {
      double mean = sum(usuals, SPANS[i]);
      double off = sum(values, SPANS[i]) - mean;
      double seen = Math.min(off * off / mean, SPREAD_CLIP * SPREAD_CLIP * over[i]);
      over[i] = Math.max(1, over[i] + share * (seen - over[i]));
    }
  }

  /// What it knows, for [#resume].
  public byte[] state() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeInt(settings.stepSeconds());
      out.writeDouble(settings.falseAlarmsPerWeek());
      out.writeDouble(settings.least());
      out.writeInt(settings.zoneOffsetMinutes());
      rhythm.write(out);
      line.write(out);
      for (double[] each : new double[][] {values, usuals, over}) {
        for (double one : each) {
          out.writeDouble(one);
        }
      }
      out.writeLong(steps);
      out.writeLong(begun);
      out.writeBoolean(unusual);
      out.writeBoolean(burning);
      out.writeDouble(peak);
      out.writeInt(calm);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /// Goes on from a [#state].
  ///
  /// @throws IllegalArgumentException if the bytes are none
  public static BurstDetector resume(byte[] state) {
    try (var in = new DataInputStream(new ByteArrayInputStream(state))) {
      if (in.readInt() != VERSION) {
        throw new IllegalArgumentException("not a state of a burst detector");
      }
      var settings =
          new BurstSettings(in.readInt(), in.readDouble(), in.readDouble(), in.readInt());
      var detector = new BurstDetector(settings);
      detector.read(in);
      return detector;
    } catch (IOException e) {
      throw new IllegalArgumentException("the state of the burst detector is cut off", e);
    }
  }

  private void read(DataInputStream in) throws IOException {
    rhythm.read(in);
    line.read(in);
    for (double[] each : new double[][] {values, usuals, over}) {
      for (int i = 0; i < each.length; i++) {
        each[i] = in.readDouble();
      }
    }
    steps = in.readLong();
    begun = in.readLong();
    unusual = in.readBoolean();
    burning = in.readBoolean();
    peak = in.readDouble();
    calm = in.readInt();
  }
}

package org.wordborne.spread;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Says how far a story will go, from its beginning.
///
/// Trees guess the logarithm of final by seen, and how far off such a guess is; bands are quantiles
/// of how far off it was on cascades that had no part in the guess. How it was trained and how well
/// it does is in `MODEL-CARD.md`.
///
/// Immutable and safe for many threads; the same cascade gives the same bits.
public final class Forecaster {
  private static final int MAGIC = 0x57424643;
  private static final String RESOURCE = "forecast.bin";

  private final Forest middle;
  private final Forest scale;
  private final double[][] quantiles;

  Forecaster(Forest middle, Forest scale, double[][] quantiles) {
    this.middle = middle;
    this.scale = scale;
    this.quantiles = quantiles;
  }

  /// The forecaster that is shipped; read once.
  public static Forecaster standard() {
    return Standard.ONE;
  }

  private static final class Standard {
    private static final Forecaster ONE = shipped();

    private static Forecaster shipped() {
      try (InputStream in = Forecaster.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("the weights are missing: " + RESOURCE);
        }
        return of(in.readAllBytes());
      } catch (IOException e) {
        throw new IllegalStateException("the weights cannot be read", e);
      }
    }
  }

  /// A forecaster of weights that [ForecastTrainer] made.
  ///
  /// @throws IllegalArgumentException if they are none
  public static Forecaster of(byte[] weights) {
    try (var in = new DataInputStream(new ByteArrayInputStream(weights))) {
      if (in.readInt() != MAGIC || in.readInt() != Features.COUNT) {
        throw new IllegalArgumentException("not the weights of this forecaster");
      }
      var middle = Forest.read(in);
      var scale = Forest.read(in);
      var quantiles = new double[Residuals.GROUPS][];
      for (int group = 0; group < quantiles.length; group++) {
        quantiles[group] = Residuals.read(in);
      }
      return new Forecaster(middle, scale, quantiles);
    } catch (IOException e) {
      throw new IllegalArgumentException("the weights are cut off", e);
    }
  }

  byte[] weights() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(Features.COUNT);
      middle.write(out);
      scale.write(out);
      for (double[] each : quantiles) {
        Residuals.write(out, each);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /// The forecast for a cascade.
  ///
  /// @param now in the reckoning of its tellings, not before the first
  public Forecast of(LiveCascade cascade, double now) {
    if (cascade.isEmpty()) {
      throw new IllegalArgumentException("nobody has told it yet");
    }
    double age = now - cascade.begin();
    if (!(age >= 0) || age == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("now must not be before the first telling, was " + now);
    }
    int seen = cascade.seenBy(age);
    double[] features = Features.of(cascade, age);
    return new Forecast(
        seen, age, middle.of(features), scale(features), quantiles[Residuals.group(seen)]);
  }

  private double scale(double[] features) {
    return StrictMath.exp(Math.clamp(scale.of(features), -6, 2));
  }
}

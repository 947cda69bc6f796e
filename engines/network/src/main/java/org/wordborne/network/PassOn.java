package org.wordborne.network;

/// How talk passes over an arc. Kempe, Kleinberg, Tardos, *Maximizing the Spread of Influence
/// through a Social Network*, KDD 2003, section 2.
///
/// In all but [LinearThreshold] a person who hears for the first time gets one try at each of his
/// followers (independent cascade).
public sealed interface PassOn {
  /// Independent cascade; the chance into a person is one by the number he hears.
  record WeightedCascade() implements PassOn {}

  /// Independent cascade; the same chance on every arc.
  ///
  /// @param chance in `[0, 1]`
  record Uniform(double chance) implements PassOn {
    /// Checks the chance.
    public Uniform {
      if (!(chance >= 0 && chance <= 1)) {
        throw new IllegalArgumentException("the chance must be in [0, 1], was " + chance);
      }
    }
  }

  /// Independent cascade; each arc has .1, .01 or .001, drawn from its ends and the seed.
  ///
  /// @param seed draws the chances
  record Trivalency(long seed) implements PassOn {}

  /// Linear threshold: a person passes on once the weights of those he heard it from come to a
  /// threshold drawn from [0, 1]. Weights are the graph's chances, which may come to at most 1 a
  /// person, or one by the number he hears where the graph has none.
  record LinearThreshold() implements PassOn {}

  /// Independent cascade; the chances that the graph carries.
  record Arcs() implements PassOn {}

  /// Reads `wc`, `uniform:0.01`, `trivalency`, `lt` or `arcs`.
  ///
  /// @throws IllegalArgumentException if it is none of them
  static PassOn parse(String word) {
    return switch (word) {
      case "wc" -> new WeightedCascade();
      case "trivalency" -> new Trivalency(0);
      case "lt" -> new LinearThreshold();
      case "arcs" -> new Arcs();
      default -> uniform(word);
    };
  }

  private static PassOn uniform(String word) {
    if (word.startsWith("uniform:")) {
      try {
        return new Uniform(Double.parseDouble(word.substring("uniform:".length())));
      } catch (NumberFormatException e) {
        // told below
      }
    }
    throw new IllegalArgumentException(
        "the model must be wc, uniform:CHANCE, trivalency, lt or arcs, was '" + word + "'");
  }
}

package org.wordborne.server.workspace;

import java.util.Locale;
import java.util.regex.Pattern;

/// A workspace's own colour, told apart on light pages and on dark ones: at least 3 to 1 against
/// the ground of both, as WCAG 2.2 asks of what is no text (criterion 1.4.11).
final class Accent {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
  private static final double LEAST = 3;
  /* The grounds of ui/src/styles/tokens.css: `--paper` and `--sheet`, light and dark. */
  private static final int[] LIGHT = {0xeff1ee, 0xfbfcfa};
  private static final int[] DARK = {0x121513, 0x191d1a};

  private Accent() {}

  /// The colour as it is kept: `#` and six small hexadecimal digits.
  ///
  /// @throws BadInputException if it is none, or is not told apart, with the ratio
  static String checked(String sent) {
    String colour = sent.strip().toLowerCase(Locale.ROOT);
    if (!COLOUR.matcher(colour).matches()) {
      throw new BadInputException("accent", sent, "a colour as #1a7f5a is needed");
    }
    int rgb = Integer.parseInt(colour.substring(1), 16);
    refuse(sent, "light", least(rgb, LIGHT));
    refuse(sent, "dark", least(rgb, DARK));
    return colour;
  }

  private static void refuse(String sent, String pages, double ratio) {
    if (ratio < LEAST) {
      throw new BadInputException(
          "accent",
          sent,
          "on %s pages its contrast is %.1f to 1; 3 to 1 is needed"
              .formatted(pages, Math.floor(ratio * 10) / 10));
    }
  }

  private static double least(int rgb, int[] grounds) {
    double least = Double.MAX_VALUE;
    for (int ground : grounds) {
      least = Math.min(least, contrast(rgb, ground));
    }
    return least;
  }

  /// The contrast of two colours after WCAG 2.2, from 1 to 21.
  static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}

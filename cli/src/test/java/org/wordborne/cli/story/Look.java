package org.wordborne.cli.story;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/// By what window a page is seen.
record Look(int width, int height, ColorScheme scheme) {
  static final Look DESK = new Look(1440, 900, ColorScheme.LIGHT);
  static final Look PHONE = new Look(390, 844, ColorScheme.LIGHT);

  Look dark() {
    return new Look(width, height, ColorScheme.DARK);
  }

  boolean phone() {
    return width < 720;
  }

  /// As file names have it: `light`, `phone-dark`.
  String word() {
    String word = scheme.name().toLowerCase(Locale.ROOT);
    return phone() ? "phone-" + word : word;
  }
}

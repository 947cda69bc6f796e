package org.wordborne.server.workspace.account.factor;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// Codes on paper for whoever lost the device: ten of 49 bits, each good once.
///
/// They are written as `k7dm2-p9xrt`, without letters and digits that look alike; however one
/// types them, in capitals or without the dash, they are the same.
final class RecoveryCodes {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int COUNT = 10;
  private static final int HALF = 5;

  private RecoveryCodes() {}

  /// Ten new ones, as they are shown.
  static List<String> fresh(SecureRandom chance) {
    var codes = new LinkedHashSet<String>();
    while (codes.size() < COUNT) {
      codes.add(half(chance) + "-" + half(chance));
    }
    return List.copyOf(codes);
  }

  /// A code as it is compared.
  static String plain(String typed) {
    return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
  }

  private static String half(SecureRandom chance) {
    var text = new StringBuilder();
    for (int i = 0; i < HALF; i++) {
      text.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}

package org.wordborne.server.workspace;

import java.text.Normalizer;
import java.util.Locale;

/// A name as it stands in the address of a page: small letters a to z, digits and single hyphens.
final class Slug {
  private static final int LONGEST = 40;

  private Slug() {}

  /// `Café Löwe & Söhne` becomes `cafe-loewe-soehne`; what has no such letter becomes `workspace`.
  static String of(String name) {
    String german =
        name.toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    String plain =
        Normalizer.normalize(german, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    String slug = cut.replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "workspace" : slug;
  }
}

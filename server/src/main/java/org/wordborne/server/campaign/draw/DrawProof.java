package org.wordborne.server.campaign.draw;

/// The files that a stranger needs to run a draw again.
///
/// @param name of both files, without their ends: `oat-week`
/// @param json the proof
/// @param list the list as a file, which the proof holds itself up to 10,000 entries
/// @param chain the beacon's chain, for checkers that do not trust it by themselves
public record DrawProof(String name, String json, byte[] list, String chain) {
  static String fileName(String name) {
    String plain =
        java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKD)
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.isEmpty() ? "draw" : plain.substring(0, Math.min(60, plain.length()));
  }
}

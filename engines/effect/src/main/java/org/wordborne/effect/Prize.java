package org.wordborne.effect;

/// So many pieces of one prize.
///
/// @param id its name in the rule: `a-z`, `0-9` and `-`
/// @param count how many there are, at least 1
public record Prize(String id, int count) {
  private static final int MOST = 1_000_000;

  static Prize parse(String text, int line) throws DrawException {
    int colon = text.indexOf(':');
    String id = text.substring(0, Math.max(0, colon));
    String count = text.substring(colon + 1);
    if (!id.matches("[a-z0-9-]{1,64}") || !Bits.isNumber(count, 1, MOST)) {
      throw new DrawException(line, "prize '" + text + "' must be like beans:3");
    }
    return new Prize(id, Integer.parseInt(count));
  }

  /// Reads prizes like `saturdays:1,beans:3`.
  ///
  /// @throws DrawException if one is not a name, a colon and a number
  public static java.util.List<Prize> parseAll(String text) throws DrawException {
    var prizes = new java.util.ArrayList<Prize>();
    for (String one : text.split("[, ]", -1)) {
      prizes.add(parse(one, 0));
    }
    return java.util.List.copyOf(prizes);
  }

  String text() {
    return id + ":" + count;
  }
}

package org.wordborne.effect;

/// One entry of a draw, as it is sealed: it names nobody.
///
/// @param code 10 characters of Crockford's base 32 (`0-9A-HJKMNP-TV-Z`), unique in its list
/// @param group number of the person behind it, 1 to 999,999,999, given by chance for each contest
/// @param weight chances this entry has, 1 to 999,999
/// @param status `valid` may win, anything else (`withdrawn`, `excluded-age`, `twice`) may not
/// @param digest SHA-256 of the salt and what was entered, 64 lower case hexadecimal digits
public record Entry(String code, int group, int weight, String status, String digest) {
  /// The entry as a line of the list, without its end.
  public String line() {
    return String.join(
        "\t", code, Integer.toString(group), Integer.toString(weight), status, digest);
  }

  /// The digest of what was entered, which says nothing to those who lack the salt.
  ///
  /// @param salt 16 bytes of chance, kept apart from the list
  /// @param way how it came: `form`, `hashtag`, `comment`, `referral`, `staff`
  /// @param receivedAt when we received it, RFC 3339 in UTC with milliseconds
  /// @param words what was entered
  public static String digest(byte[] salt, String way, String receivedAt, String words) {
    var hash = Bits.sha256();
    hash.update(salt);
    return Bits.hex(hash.digest(Bits.utf8(way + "\n" + receivedAt + "\n" + words)));
  }
}

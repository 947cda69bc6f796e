package org.wordborne.server.workspace.account.company;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/// Domains of mail addresses, in the one spelling in which they are compared.
final class MailDomain {
  private static final Pattern SHAPE =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private MailDomain() {}

  /// Lower case, letters of other scripts in their ASCII form, no dot at the end; an empty text
  /// for what is none.
  static String of(String written) {
    try {
      String plain = written.strip().replaceAll("\\.$", "");
      String ascii = IDN.toASCII(plain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return SHAPE.matcher(ascii).matches() ? ascii : "";
    } catch (IllegalArgumentException none) {
      return "";
    }
  }
}

package org.wordborne.wire;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/* The host parser of the WHATWG URL standard: names, every spelling of IPv4, IPv6. */
final class HostReader {
  private static final String FORBIDDEN = " #/:<>?@[\\]^|";
  private static final String FORBIDDEN_IN_NAMES = FORBIDDEN + "%";

  private HostReader() {}

  /* The host in its normal form, or null if there is none. */
  static @Nullable String read(String written, boolean special) {
    if (written.startsWith("[")) {
      boolean closed = written.length() > 2 && written.endsWith("]");
      return closed ? Ipv6Text.read(written.substring(1, written.length() - 1)) : null;
    }
    if (!special) {
      return opaque(written);
    }
    String ascii = toAscii(PercentCode.decode(written));
    if (ascii == null || ascii.isEmpty() || holdsForbidden(ascii, FORBIDDEN_IN_NAMES)) {
      return null;
    }
    return endsInNumber(ascii) ? ipv4(ascii) : ascii;
  }

  private static @Nullable String opaque(String written) {
    if (holdsForbidden(written, FORBIDDEN)) {
      return null;
    }
    var out = new StringBuilder();
    written.codePoints().forEach(c -> out.append(PercentCode.encode(c, PercentCode.CONTROL)));
    return out.toString();
  }

  private static boolean holdsForbidden(String host, String forbidden) {
    return host.codePoints().anyMatch(c -> c <= ' ' || c == 0x7F || forbidden.indexOf(c) >= 0);
  }

  private static @Nullable String toAscii(String name) {
    var kept = new StringBuilder();
    name.codePoints().filter(c -> !isIgnored(c)).forEach(kept::appendCodePoint);
    String folded = fold(fold(kept.toString())).replace('\u3002', '.').replace('\uFF61', '.');
    if (folded.chars().allMatch(c -> c < 128)) {
      return folded;
    }
    var labels = new ArrayList<String>();
    for (String label : folded.split("\\.", -1)) {
      if (!label.codePoints().allMatch(HostReader::mayStandInName)) {
        return null;
      }
      labels.add(Punycode.encodeLabel(label));
    }
    return String.join(".", labels);
  }

  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static boolean isIgnored(int c) {
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
  }

  private static boolean mayStandInName(int c) {
    return Character.isDefined(c)
        && !Character.isISOControl(c)
        && !Character.isSpaceChar(c)
        && Character.getType(c) != Character.SURROGATE
        && Character.getType(c) != Character.PRIVATE_USE
        && c != 0xFFFD;
  }

  private static boolean endsInNumber(String host) {
    List<String> parts = parts(host);
    String last = parts.getLast();
    return (!last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9'))
        || last.matches("0[xX][0-9a-fA-F]*");
  }

  private static List<String> parts(String host) {
    var parts = new ArrayList<>(List.of(host.split("\\.", -1)));
    if (parts.getLast().isEmpty() && parts.size() > 1) {
      parts.removeLast();
    }
    return parts;
  }

  private static @Nullable String ipv4(String host) {
    List<String> parts = parts(host);
    if (parts.size() > 4) {
      return null;
    }
    long address = 0;
    for (int i = 0; i < parts.size(); i++) {
      long number = number(parts.get(i));
      boolean last = i == parts.size() - 1;
      long limit = last ? 1L << (8 * (5 - parts.size())) : 256;
      if (number < 0 || number >= limit) {
        return null;
      }
      address += last ? number : number << (8 * (3 - i));
    }
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  /* Decimal, octal (0…) or hexadecimal (0x…); -1 if it is none of them. */
  private static long number(String part) {
    if (part.isEmpty()) {
      return -1;
    }
    boolean hex = part.startsWith("0x") || part.startsWith("0X");
    boolean octal = !hex && part.length() > 1 && part.startsWith("0");
    String digits = hex ? part.substring(2) : octal ? part.substring(1) : part;
    if (digits.isEmpty()) {
      return 0;
    }
    try {
      boolean signed = digits.charAt(0) == '+' || digits.charAt(0) == '-';
      return signed ? -1 : Long.parseLong(digits, hex ? 16 : octal ? 8 : 10);
    } catch (NumberFormatException notANumber) {
      return digits.matches("[0-9a-fA-F]+") ? Long.MAX_VALUE : -1;
    }
  }
}

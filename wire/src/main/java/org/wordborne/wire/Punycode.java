package org.wordborne.wire;

/* Punycode, RFC 3492 section 6.3, for one label of a host name. */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;

  private Punycode() {}

  static String encodeLabel(String label) {
    if (label.chars().allMatch(c -> c < 128)) {
      return label;
    }
    return "xn--" + encode(label.codePoints().toArray());
  }

  private static String encode(int[] points) {
    var out = new StringBuilder();
    for (int c : points) {
      if (c < 128) {
        out.append((char) c);
      }
    }
    int basic = out.length();
    if (basic > 0) {
      out.append('-');
    }
    int n = 128;
    int delta = 0;
    int bias = 72;
    int done = basic;
    while (done < points.length) {
      int smallest = Integer.MAX_VALUE;
      for (int c : points) {
        smallest = c >= n ? Math.min(smallest, c) : smallest;
      }
      delta += (smallest - n) * (done + 1);
      n = smallest;
      for (int c : points) {
        delta += c < n ? 1 : 0;
        if (c == n) {
          writeNumber(out, delta, bias);
          bias = adapt(delta, done + 1, done == basic);
          delta = 0;
          done++;
        }
      }
      delta++;
      n++;
    }
    return out.toString();
  }

  private static void writeNumber(StringBuilder out, int delta, int bias) {
    int q = delta;
    for (int k = BASE; ; k += BASE) {
      int t = Math.clamp((long) k - bias, T_MIN, T_MAX);
      if (q < t) {
        out.append(digit(q));
        return;
      }
      out.append(digit(t + (q - t) % (BASE - t)));
      q = (q - t) / (BASE - t);
    }
  }

  private static int adapt(int delta, int points, boolean first) {
    int d = first ? delta / 700 : delta / 2;
    d += d / points;
    int k = 0;
    while (d > (BASE - T_MIN) * T_MAX / 2) {
      d /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * d / (d + 38);
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }
}

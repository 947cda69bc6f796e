package org.wordborne.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/* IPv6 in text: any spelling in, the form of RFC 5952 in brackets out. Zone ids are refused. */
final class Ipv6Text {
  private Ipv6Text() {}

  static @Nullable String read(String written) {
    int[] pieces = pieces(written);
    return pieces == null ? null : "[" + write(pieces) + "]";
  }

  private static int @Nullable [] pieces(String written) {
    int gap = written.indexOf("::");
    if (gap >= 0 && written.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    List<Integer> head = group(gap < 0 ? written : written.substring(0, gap));
    List<Integer> tail = gap < 0 ? List.of() : group(written.substring(gap + 2));
    if (head == null || tail == null) {
      return null;
    }
    int known = head.size() + tail.size();
    if (gap < 0 ? known != 8 : known > 7) {
      return null;
    }
    int[] all = new int[8];
    for (int i = 0; i < head.size(); i++) {
      all[i] = head.get(i);
    }
    for (int i = 0; i < tail.size(); i++) {
      all[8 - tail.size() + i] = tail.get(i);
    }
    return all;
  }

  private static @Nullable List<Integer> group(String text) {
    var pieces = new ArrayList<Integer>();
    if (text.isEmpty()) {
      return pieces;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean dotted = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
      if (dotted ? !addDotted(parts[i], pieces) : !addHex(parts[i], pieces)) {
        return null;
      }
    }
    return pieces;
  }

  private static boolean addHex(String part, List<Integer> pieces) {
    if (!part.matches("[0-9a-fA-F]{1,4}")) {
      return false;
    }
    pieces.add(Integer.parseInt(part, 16));
    return true;
  }

  private static boolean addDotted(String part, List<Integer> pieces) {
    if (!part.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}")) {
      return false;
    }
    String[] bytes = part.split("\\.");
    int[] values = new int[4];
    for (int i = 0; i < 4; i++) {
      values[i] = Integer.parseInt(bytes[i]);
      if (values[i] > 255) {
        return false;
      }
    }
    pieces.add(values[0] << 8 | values[1]);
    pieces.add(values[2] << 8 | values[3]);
    return true;
  }

  private static String write(int[] pieces) {
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && pieces[i + run] == 0) {
        run++;
      }
      if (run > length) {
        start = i;
        length = run;
      }
      i += run;
    }
    var out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        out.append(i == 0 ? "::" : ":");
        i += length - 1;
        continue;
      }
      out.append(Integer.toHexString(pieces[i])).append(i < 7 ? ":" : "");
    }
    return out.toString();
  }
}

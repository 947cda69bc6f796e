package org.wordborne.channels.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/*
 * Turns bytes into text. What header and document say of the charset is evidence, not truth:
 * a byte order mark wins; bytes that are valid UTF-8 and not plain ASCII are UTF-8 whatever a
 * single-byte label says (that they fit by chance is next to impossible); then the labels that
 * decode without error, header first unless it only says the server's default; then a guess.
 */
final class FeedBytes {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']?\\s*([\\w:.+-]+)");
  private static final Pattern META =
      Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w:.+-]+)");
  private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w:.+-]+)");
  /* Browsers read these names as the larger set that senders really mean. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso_8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode-1-1-utf-8", "UTF-8"),
          Map.entry("macintosh", "x-MacRoman"));

  private FeedBytes() {}

  static String text(byte[] bytes, String contentType) {
    String marked = byMark(bytes);
    String text = marked != null ? marked : byEvidence(bytes, contentType);
    return clean(text);
  }

  private static @Nullable String byMark(byte[] b) {
    if (starts(b, 0xEF, 0xBB, 0xBF)) {
      return Utf8.lenient(b, 3);
    }
    if (starts(b, 0xFF, 0xFE, 0, 0) || starts(b, 0x3C, 0, 0, 0)) {
      return new String(b, Charset.forName("UTF-32LE"));
    }
    if (starts(b, 0, 0, 0xFE, 0xFF) || starts(b, 0, 0, 0, 0x3C)) {
      return new String(b, Charset.forName("UTF-32BE"));
    }
    if (starts(b, 0xFF, 0xFE) || starts(b, 0x3C, 0) || starts(b, 0x7B, 0)) {
      return new String(b, StandardCharsets.UTF_16LE);
    }
    if (starts(b, 0xFE, 0xFF) || starts(b, 0, 0x3C) || starts(b, 0, 0x7B)) {
      return new String(b, StandardCharsets.UTF_16BE);
    }
    return null;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String byEvidence(byte[] bytes, String contentType) {
    List<Charset> labels = labels(bytes, contentType);
    boolean oneByte = labels.stream().allMatch(label -> isOneByte(label) || isUtf8(label));
    String utf8 = oneByte ? strict(bytes, StandardCharsets.UTF_8) : null;
    if (utf8 != null) {
      boolean ascii = utf8.length() == bytes.length;
      boolean shifting = labels.stream().anyMatch(FeedBytes::rereadsAscii);
      if (!(ascii && shifting)) {
        return utf8;
      }
    }
    if (labels.stream().anyMatch(FeedBytes::isUtf8) && Utf8.isMostly(bytes)) {
      return Utf8.lenient(bytes, 0);
    }
    for (Charset label : labels) {
      String text = strict(bytes, label);
      if (text != null) {
        return text;
      }
    }
    return Utf8.isMostly(bytes)
        ? Utf8.lenient(bytes, 0)
        : new String(bytes, Charset.forName(CharsetGuess.of(bytes)));
  }

  private static List<Charset> labels(byte[] bytes, String contentType) {
    boolean ebcdic = starts(bytes, 0x4C, 0x6F, 0xA7, 0x94);
    Charset reading = ebcdic ? Charset.forName("IBM037") : StandardCharsets.ISO_8859_1;
    String head = new String(bytes, 0, Math.min(2048, bytes.length), reading);
    String header = find(HEADER, contentType);
    String declared = find(DECLARED, head);
    String meta = declared.isEmpty() ? find(META, head) : "";
    boolean serversDefault =
        header.equalsIgnoreCase("iso-8859-1") || header.equalsIgnoreCase("us-ascii");
    var names = serversDefault ? List.of(declared, meta, header) : List.of(header, declared, meta);
    var labels = new ArrayList<Charset>();
    for (String name : names) {
      Charset charset = charset(name);
      boolean wide = charset != null && charset.name().matches("(?i)utf-(16|32).*");
      if (charset != null && !wide) {
        labels.add(charset);
      }
    }
    return labels;
  }

  private static String find(Pattern pattern, String in) {
    Matcher found = pattern.matcher(in);
    return found.find() ? found.group(1) : "";
  }

  private static @Nullable Charset charset(String name) {
    if (name.isEmpty()) {
      return null;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String bare = lower.replaceFirst("^(x-|cs)", "").replaceAll("[-_]", "");
    for (String spelling :
        List.of(MEANT.getOrDefault(lower, name), bare, "x-" + bare, "ibm" + bare, "x-" + lower)) {
      try {
        return Charset.forName(spelling);
      } catch (IllegalArgumentException unknown) {
        continue;
      }
    }
    return null;
  }

  private static boolean isUtf8(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8);
  }

  private static boolean isOneByte(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f;
  }

  /* Sets in which plain bytes do not mean ASCII: EBCDIC, UTF-7 and the shifting ones. */
  private static boolean rereadsAscii(Charset charset) {
    if (charset.name().contains("ISO-2022")) { // its escapes are ASCII too
      return true;
    }
    return !charset.decode(ByteBuffer.wrap(new byte[] {'<', 'a'})).toString().equals("<a");
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException wrong) {
      return null;
    }
  }

  /* Characters that no text has: marks of byte order inside, and controls but tab and line ends. */
  private static String clean(String text) {
    var kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
      if (!control && c != '\uFEFF' && c != '\uFFFE') {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}

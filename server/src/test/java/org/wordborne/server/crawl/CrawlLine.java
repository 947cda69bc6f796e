package org.wordborne.server.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of `crawl.txt`, which tells how it is written.
///
/// @param who as whom it is asked
/// @param waits whether it is asked again until all that is to be kept is there
/// @param method of the request; `!` for a deed of the test's own
/// @param path below `/api/v1`, or the deed's name
/// @param body with its names still in it; empty for none
/// @param keeps names, and where in the answer their values are
record CrawlLine(
    String who, boolean waits, String method, String path, String body, Map<String, String> keeps) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:\\((\\w+)\\) )?(wait )?(!|[A-Z]+) (\\S+)(?: ([{%].*?))?(?: > ([\\w=/ ]+))?");

  /// The lines of one part: those before `away`, or those after it.
  static List<CrawlLine> part(boolean away) {
    var lines = new ArrayList<CrawlLine>();
    boolean there = false;
    for (String line : text().lines().toList()) {
      there |= line.equals("away");
      if (there == away && !line.isBlank() && !line.startsWith("#") && !line.equals("away")) {
        lines.add(of(line));
      }
    }
    return lines;
  }

  private static CrawlLine of(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("no line of a crawl: " + line);
    }
    var keeps = new LinkedHashMap<String, String>();
    for (String keep : or(parts.group(6), "").split(" ")) {
      if (!keep.isEmpty()) {
        keeps.put(keep.substring(0, keep.indexOf('=')), keep.substring(keep.indexOf('=') + 1));
      }
    }
    return new CrawlLine(
        or(parts.group(1), "owner"),
        parts.group(2) != null,
        parts.group(3),
        parts.group(4),
        or(parts.group(5), ""),
        keeps);
  }

  private static String or(@org.jspecify.annotations.Nullable String given, String otherwise) {
    return given == null ? otherwise : given;
  }

  private static String text() {
    try (InputStream file = CrawlLine.class.getResourceAsStream("/crawl.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}

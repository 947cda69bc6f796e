package org.wordborne.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Twice as much takes at most three times as long, whatever it is made of: about twice is right,
/// four times would be the square of the length.
///
/// Time is that of the thread on the processor, so that neighbours do not count; of three tries
/// the best counts, and what is over in 60 ms is quick enough at any ratio.
class HostileTimeTest {
  private static final double RATIO = 3;
  private static final long QUICK = Duration.ofMillis(60).toNanos();
  private static final int TRIES = 3;

  private static final List<String> BRICKS =
      List.of(
          "a",
          " ",
          "<",
          ">",
          "&",
          "&#x41;",
          "<a ",
          "<div>",
          "</div>",
          "<a b='",
          "<!--",
          "<![CDATA[",
          "<!DOCTYPE ",
          "<b><p>",
          "<table><a>",
          "<item><title>x</title>",
          "<link rel=alternate type=application/rss+xml href=/>",
          "[",
          "{\"a\":",
          "\"",
          "\\u0041",
          "(",
          "a OR ",
          "NOT ",
          "a AND (b OR c) ",
          "\"a b\" a~1 ",
          "a* ",
          "/a*",
          "@a.",
          "a@b.c ",
          "http://a.b/ ",
          "http:",
          "#a ",
          "1,",
          "-1.",
          "\n",
          "\r\n,",
          "User-agent: *\nDisallow: /*a*\n",
          "%41",
          "xn--",
          "\u00e9",
          "e\u0301",
          "\ud83d\ude00",
          "\u202e",
          "ha",
          ":-) ",
          "@",
          "not ");

  private static final List<String> HEADS =
      List.of(
          "", "<rss><channel>", "{\"items\":[", "text\n", "{\"id\":\"1\",\"text\":\"", "http://");

  /* Evidence of a page is read by the same parsers as the rest, and takes longest. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVIDENCE")
  void read_twiceAsMuch_takesTwiceAsLong(HostileInput reader) throws IOException {
    measure(reader, 1 << 14);
  }

  @Tag("second-stage")
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EVIDENCE")
  void read_aQuarterOfAMegabyte_takesTwiceAsLongAsHalf(HostileInput reader) throws IOException {
    measure(reader, 1 << 17);
  }

  @Tag("by-hand")
  @ParameterizedTest
  @EnumSource(HostileInput.class)
  void read_aMegabyte_takesTwiceAsLongAsHalf(HostileInput reader) throws IOException {
    measure(reader, 1 << 19);
  }

  private static void measure(HostileInput reader, int half) throws IOException {
    for (String head : HEADS) {
      for (String brick : BRICKS) {
        byte[] one = made(head, brick, half);
        byte[] two = made(head, brick, 2 * half);
        long slow = cpu(reader, two);
        if (slow <= QUICK) {
          continue;
        }
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TRIES && best > RATIO; i++) {
          best = Math.min(best, (double) cpu(reader, two) / Math.max(1, cpu(reader, one)));
        }
        assertThat(best)
            .as(
                "%s of '%s' again and again after '%s': %d ms",
                reader, brick, head, slow / 1_000_000)
            .isLessThanOrEqualTo(RATIO);
      }
    }
  }

  private static long cpu(HostileInput reader, byte[] input) throws IOException {
    var thread = ManagementFactory.getThreadMXBean();
    long begin = thread.getCurrentThreadCpuTime();
    reader.read(input);
    return thread.getCurrentThreadCpuTime() - begin;
  }

  private static byte[] made(String head, String brick, int length) {
    byte[] each = brick.getBytes(StandardCharsets.UTF_8);
    String text = head + brick.repeat(length / each.length);
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

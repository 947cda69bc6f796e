package org.wordborne.channels;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordborne.wire.HttpAnswer;
import org.wordborne.wire.HttpFault;

/// What a peer's status and headers mean for a source, in the same words for every channel.
public final class HttpWords {
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age=([0-9]{1,9})");

  private HttpWords() {}

  /// A fault of the wire as a fault of the source.
  public static ChannelException fault(HttpFault fault) {
    boolean person = fault.kind() == HttpFault.Kind.BAD_ADDRESS;
    String message = String.valueOf(fault.getMessage());
    return person ? ChannelException.deaf(message) : ChannelException.passing(message);
  }

  /// A status that is none of success as a fault of the source.
  public static ChannelException status(HttpAnswer answer, Instant now) {
    Duration wait = retryAfter(answer, now);
    return switch (answer.status()) {
      case 401 ->
          ChannelException.deaf("The site asks for a user name and password, or refuses these.");
      case 410 -> ChannelException.deaf("The site says that this is gone for good (410).");
      case 403 -> passing("The site refuses us (403). It may block programs.", wait);
      case 404 -> passing("There is nothing at this address (404).", wait);
      case 429 -> passing("The site asks us to come less often (429).", wait);
      default ->
          passing(
              answer.status() >= 500
                  ? "The site has a fault of its own (" + answer.status() + ")."
                  : "The site answers with status " + answer.status() + ", which is no success.",
              wait);
    };
  }

  private static ChannelException passing(String message, @Nullable Duration wait) {
    return new ChannelException(ChannelException.Kind.PASSING, message, wait);
  }

  /// What Retry-After asks for, a day at most; null if it is not there.
  public static @Nullable Duration retryAfter(HttpAnswer answer, Instant now) {
    String value = answer.header("Retry-After").strip();
    if (value.matches("[0-9]{1,9}")) {
      return bounded(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return bounded(Duration.between(now, at));
    } catch (DateTimeException none) {
      return null;
    }
  }

  /// How long the answer says it stays fresh; null if it does not.
  public static @Nullable Duration maxAge(HttpAnswer answer) {
    Matcher found = MAX_AGE.matcher(answer.header("Cache-Control"));
    boolean known = found.find() && !found.group(1).matches("0+");
    return known ? bounded(Duration.ofSeconds(Long.parseLong(found.group(1)))) : null;
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}

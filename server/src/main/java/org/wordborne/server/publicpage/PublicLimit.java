package org.wordborne.server.publicpage;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Sha256;

/// Takes what people without an account send: not too often, not too much, and with the time it
/// took to fill in.
@Component
public class PublicLimit {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TOKEN = "t";
  private static final int MOST_FIELDS = 40;
  private static final int MOST_BYTES = 64 << 10;
  private static final Duration FAST = Duration.ofSeconds(2);
  private static final UUID OWNER = new UUID(0x5075626c6963L, 0x466f726dL);

  private final AddressLimits limits;
  private final SecretBox box;
  private final InstantSource clock;

  PublicLimit(AddressLimits limits, SecretBox box, InstantSource clock) {
    this.limits = limits;
    this.box = box;
    this.clock = clock;
  }

  /// Reads a form that was sent.
  ///
  /// @param what the form is about, as the door's text with a word; limits and hashes are its own
  /// @throws org.wordborne.server.workspace.TooManyException if too much came from one place
  /// @throws BadInputException if it is no form, or one with more than 40 fields
  public Posted read(HttpServletRequest request, String what) throws IOException {
    limits.form(request, what);
    Map<String, String> fields = fields(request);
    Optional<Duration> took = took(fields.getOrDefault(TOKEN, ""), what);
    String key = took.isEmpty() ? null : Sha256.hex(what + "\n" + fields);
    fields.remove(TOKEN);
    boolean fast = took.isEmpty() || took.get().compareTo(FAST) < 0;
    UUID owner = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    String place = box.mark(owner, limits.place(request));
    return new Posted(fields, fast, place, key, took.orElse(null));
  }

  /// The hidden word of a form, by which its time is known when it comes back.
  public String formToken(String what) {
    byte[] sealed = box.seal(OWNER, clock.millis() + " " + what);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  private Optional<Duration> took(String token, String what) {
    try {
      String[] told = box.open(OWNER, Base64.getUrlDecoder().decode(token)).split(" ", 2);
      if (told.length < 2 || !told[1].equals(what)) {
        return Optional.empty();
      }
      Instant shown = Instant.ofEpochMilli(Long.parseLong(told[0]));
      Duration took = Duration.between(shown, clock.instant());
      return took.isNegative() ? Optional.empty() : Optional.of(took);
    } catch (RuntimeException notOfOurs) {
      return Optional.empty();
    }
  }

  private static Map<String, String> fields(HttpServletRequest request) throws IOException {
    String type = String.valueOf(request.getContentType());
    if (!type.regionMatches(true, 0, FORM, 0, FORM.length())) {
      throw new BadInputException("", type, "A form is needed, sent as " + FORM + ".");
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES);
    var fields = new LinkedHashMap<String, String>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(
            decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)).strip());
      }
      if (fields.size() > MOST_FIELDS) {
        throw new BadInputException("", fields.size(), "At most " + MOST_FIELDS + " fields.");
      }
    }
    return fields;
  }

  private static String decoded(String sent) {
    try {
      return URLDecoder.decode(sent, StandardCharsets.UTF_8)
          .replace("\r\n", "\n")
          .replace("\0", "");
    } catch (IllegalArgumentException e) {
      throw new BadInputException("", sent, "This is not encoded as a form is.");
    }
  }
}

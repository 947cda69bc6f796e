package org.wordborne.server.workspace.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.ServerProperties;

/// What a browser carries between two steps of signing in, and nobody else: sealed, in a cookie
/// that no script reads, good for a few minutes and once.
///
/// Nothing is kept here until one is used up, so that whoever begins a thousand times takes no
/// room from others. A ticket of one kind opens as no other.
@Component
class Tickets {
  /// How long a step may take.
  static final Duration LIFE = Duration.ofMinutes(5);

  private static final int ID_BYTES = 16;
  private final SecretBox box;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final SecureRandom chance;
  private final boolean https;

  /// What a ticket is for.
  enum Kind {
    /// The password was right, the second factor is still wanted.
    SECOND,
    /// A passkey is being made.
    PASSKEY_NEW,
    /// A passkey is being shown.
    PASSKEY,
    /// The company's sign-in is being asked.
    COMPANY;

    /* The owner of what is sealed: another for each kind, and none of a workspace or account. */
    private final UUID owner =
        UUID.nameUUIDFromBytes(("ticket " + name()).getBytes(StandardCharsets.US_ASCII));

    private String cookie(boolean https) {
      return (https ? "__Host-" : "") + "wordborne-" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A ticket that is good.
  ///
  /// @param words what was written on it
  record Ticket(String id, Instant until, String words) {
    @Override
    public String toString() {
      return "ticket";
    }
  }

  Tickets(
      SecretBox box,
      JdbcClient jdbc,
      InstantSource clock,
      SecureRandom chance,
      ServerProperties properties) {
    this.box = box;
    this.jdbc = jdbc;
    this.clock = clock;
    this.chance = chance;
    this.https = properties.https();
  }

  /// Gives the browser one with `words` on it, in place of any of the same kind.
  void give(Kind kind, String words, HttpServletResponse response) {
    byte[] id = new byte[ID_BYTES];
    chance.nextBytes(id);
    Instant until = clock.instant().plus(LIFE);
    String text = base64(id) + "\n" + until.toEpochMilli() + "\n" + words;
    set(kind, base64(box.seal(kind.owner, text)), LIFE, response);
  }

  /// The one that the browser shows, if it is good and not used up; it stays good.
  Optional<Ticket> shown(Kind kind, HttpServletRequest request) {
    return cookie(kind, request)
        .flatMap(Tickets::bytes)
        .flatMap(closed -> box.openSent(kind.owner, closed))
        .map(Tickets::read)
        .filter(ticket -> clock.instant().isBefore(ticket.until()))
        .filter(ticket -> !isUsed(ticket));
  }

  /// The same, used up with that: of many who show it at the same time exactly one gets it.
  Optional<Ticket> take(Kind kind, HttpServletRequest request, HttpServletResponse response) {
    Optional<Ticket> ticket = shown(kind, request).filter(this::use);
    set(kind, "", Duration.ZERO, response);
    return ticket;
  }

  private boolean use(Ticket ticket) {
    jdbc.sql("delete from ticket_used where forgettable < ?")
        .param(Timestamp.from(clock.instant()))
        .update();
    return jdbc.sql(
                "insert into ticket_used (ticket_hash, forgettable) values (?, ?) on conflict do nothing")
            .params(ticket.id(), Timestamp.from(ticket.until().plus(LIFE)))
            .update()
        == 1;
  }

  private boolean isUsed(Ticket ticket) {
    return jdbc.sql("select exists (select 1 from ticket_used where ticket_hash = ?)")
        .param(ticket.id())
        .query(Boolean.class)
        .single();
  }

  private static Ticket read(String text) {
    String[] parts = text.split("\n", 3);
    return new Ticket(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2]);
  }

  private Optional<String> cookie(Kind kind, HttpServletRequest request) {
    @Nullable Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(kind.cookie(https)))
            .findFirst()
            .map(Cookie::getValue);
  }

  private void set(Kind kind, String value, Duration life, HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(kind.cookie(https), value)
            .httpOnly(true)
            .secure(https)
            .sameSite("Lax")
            .path("/")
            .maxAge(life)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package org.wordborne.server.workspace.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.ServerAddress;

/// Links by which somebody who lost the password gives themselves a new one: 128 bits, good for
/// half an hour, once.
///
/// The code stands behind `#`, which browsers send to nobody; to open the page changes nothing.
@Component
class PasswordResets {
  static final Duration LIFE = Duration.ofMinutes(30);

  private static final int BYTES = 16;
  private static final UUID OWNER =
      UUID.nameUUIDFromBytes("password reset".getBytes(StandardCharsets.US_ASCII));
  private final JdbcClient jdbc;
  private final SecretBox box;
  private final ServerAddress address;
  private final InstantSource clock;
  private final SecureRandom chance;

  PasswordResets(
      JdbcClient jdbc,
      SecretBox box,
      ServerAddress address,
      InstantSource clock,
      SecureRandom chance) {
    this.jdbc = jdbc;
    this.box = box;
    this.address = address;
    this.clock = clock;
    this.chance = chance;
  }

  /// A new link for an account.
  String link(UUID account) {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql("delete from password_reset where until < ?")
        .param(Timestamp.from(clock.instant()))
        .update();
    jdbc.sql("insert into password_reset (code_hash, account_id, until) values (?, ?, ?)")
        .params(mark(code), account, Timestamp.from(clock.instant().plus(LIFE)))
        .update();
    return address.absolute("/recover#code=" + code);
  }

  /// Whose link that is, if it is still good; it and all others of the account are used up.
  Optional<UUID> take(String code) {
    return jdbc.sql(
            """
            with taken as (
              delete from password_reset where code_hash = ? and until > ? returning account_id),
            others as (
              delete from password_reset r using taken t
              where r.account_id = t.account_id and r.code_hash <> ?)
            select account_id from taken
            """)
        .params(mark(code), Timestamp.from(clock.instant()), mark(code))
        .query(UUID.class)
        .optional();
  }

  private String mark(String code) {
    return box.mark(OWNER, code);
  }
}

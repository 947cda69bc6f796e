package org.wordborne.server.workspace.account;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.account.company.CompanyPerson;

/// Whom the company's people are here: by who says it and its own name for the person.
@Component
class CompanyIdentities {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  CompanyIdentities(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The account that is linked to that person.
  Optional<UUID> find(CompanyPerson person) {
    return jdbc.sql(
            """
            update company_identity set used_at = ? where issuer = ? and subject = ?
            returning account_id
            """)
        .params(Timestamp.from(clock.instant()), person.issuer(), person.subject())
        .query(UUID.class)
        .optional();
  }

  /// Since when an account is linked to that company.
  Optional<Instant> linkedSince(UUID account, String issuer) {
    return jdbc.sql("select linked_at from company_identity where account_id = ? and issuer = ?")
        .params(account, issuer)
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  /// Links an account to that person.
  ///
  /// @throws ConflictException if either is linked to another already
  void link(UUID account, CompanyPerson person) {
    Timestamp now = Timestamp.from(clock.instant());
    try {
      jdbc.sql(
              """
              insert into company_identity (issuer, subject, account_id, linked_at, used_at)
              values (?, ?, ?, ?, ?)
              """)
          .params(person.issuer(), person.subject(), account, now, now)
          .update();
    } catch (DuplicateKeyException linked) {
      throw new ConflictException(
          "this account, or the one at the company, is linked to another already");
    }
  }

  /// Takes an account's link away.
  void unlink(UUID account, String issuer) {
    jdbc.sql("delete from company_identity where account_id = ? and issuer = ?")
        .params(account, issuer)
        .update();
  }
}

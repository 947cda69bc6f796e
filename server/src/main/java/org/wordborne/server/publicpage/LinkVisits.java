package org.wordborne.server.publicpage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Counts who follows short links: by day and address, without a cookie.
///
/// The address is hashed with a key that belongs to its day alone and is thrown away after thirty
/// days with all hashes; what stays are two numbers a day.
@Component
public class LinkVisits {
  private static final int KEPT_DAYS = 30;
  private static final int KEY = 32;
  private final Transactions transactions;
  private final SecureRandom chance;
  private final InstantSource clock;

  LinkVisits(Transactions transactions, SecureRandom chance, InstantSource clock) {
    this.transactions = transactions;
    this.chance = chance;
    this.clock = clock;
  }

  /// Counts one.
  ///
  /// @param place of the network, as text
  void count(Scope scope, String code, String place) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    transactions.run(
        scope,
        tx -> {
          String hash = hash(key(scope, tx, today), place);
          tx.sql(
                  """
                  insert into link_visit (workspace_id, code, day, address_hash, visits)
                  values (?, ?, ?, ?, 1)
                  on conflict (workspace_id, code, day, address_hash)
                    do update set visits = link_visit.visits + 1""")
              .params(scope.workspace().value(), code, today, hash)
              .update();
        });
  }

  private byte[] key(Scope scope, JdbcClient tx, LocalDate day) {
    byte[] made = new byte[KEY];
    chance.nextBytes(made);
    int fresh =
        tx.sql(
                """
                insert into link_key (workspace_id, day, key) values (?, ?, ?)
                on conflict do nothing""")
            .params(scope.workspace().value(), day, made)
            .update();
    if (fresh == 1) {
      fold(scope, tx, day.minusDays(KEPT_DAYS));
      return made;
    }
    return tx.sql("select key from link_key where day = ?")
        .param(day)
        .query((row, _) -> row.getBytes(1))
        .single();
  }

  /* The first visit of a day takes away what is too old. */
  private static void fold(Scope scope, JdbcClient tx, LocalDate before) {
    tx.sql(
            """
            insert into link_day (workspace_id, code, day, visits, visitors)
            select ?, code, day, sum(visits), count(*) from link_visit where day < ?
            group by code, day on conflict do nothing""")
        .params(scope.workspace().value(), before)
        .update();
    tx.sql("delete from link_visit where day < ?").param(before).update();
    tx.sql("delete from link_key where day < ?").param(before).update();
  }

  private static String hash(byte[] key, String place) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] hash = mac.doFinal(place.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /// How many visits all links had in a span; days are whole, in UTC.
  public long between(Scope scope, Instant from, Instant to) {
    LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC);
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select coalesce((select sum(visits) from link_visit
                        where day between :first and :last), 0)
                      + coalesce((select sum(visits) from link_day
                        where day between :first and :last), 0)""")
                .param("first", first)
                .param("last", last)
                .query(Long.class)
                .single());
  }
}

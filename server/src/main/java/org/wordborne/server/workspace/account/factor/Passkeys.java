package org.wordborne.server.workspace.account.factor;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;

/// The passkeys of accounts: kept, listed, judged.
@Component
public class Passkeys {
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 60;
  private final JdbcClient jdbc;
  private final PasskeyJudge judge;
  private final PasskeyPlace place;
  private final Ids ids;
  private final InstantSource clock;

  Passkeys(JdbcClient jdbc, PasskeyPlace place, Ids ids, InstantSource clock) {
    this.jdbc = jdbc;
    this.judge = new PasskeyJudge(place);
    this.place = place;
    this.ids = ids;
    this.clock = clock;
  }

  /// Those of an account, oldest first.
  public List<PasskeyView> all(UUID account) {
    return jdbc.sql(
            "select id, name, synced, made_at, used_at from passkey where account_id = ?"
                + " order by made_at, id")
        .param(account)
        .query((row, _) -> view(row))
        .list();
  }

  /// What a browser needs to have a passkey made.
  public PasskeyWanted wanted(UUID account, String email, String name, byte[] challenge) {
    List<String> others =
        jdbc.sql("select credential_id from passkey where account_id = ?")
            .param(account)
            .query((row, _) -> Sent.text(row.getBytes(1)))
            .list();
    return new PasskeyWanted(
        Sent.text(challenge),
        place.name(),
        Sent.text(handle(account)),
        email,
        name,
        PasskeyJudge.ALGORITHMS,
        others);
  }

  /// What a browser needs to have one shown.
  public PasskeyAsked asked(byte[] challenge) {
    return new PasskeyAsked(Sent.text(challenge), place.name());
  }

  /// Keeps the passkey that was made for `challenge`.
  ///
  /// @throws BadInputException if it was not
  /// @throws ConflictException if there are too many, or it is known
  public UUID add(UUID account, String name, byte[] challenge, PasskeyMade sent) {
    String called = checked(name);
    if (all(account).size() >= MOST) {
      throw new ConflictException("there are " + MOST + " passkeys already; remove one first");
    }
    Passkey made = judge.made(account, challenge, sent);
    UUID id = ids.next();
    try {
      jdbc.sql(
              """
              insert into passkey (id, account_id, credential_id, key_data, counter, transports,
                synced, name, made_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              id,
              account,
              made.credentialId(),
              made.keyData(),
              made.counter(),
              made.transports().toArray(String[]::new),
              made.synced(),
              called,
              Timestamp.from(clock.instant()))
          .update();
      return id;
    } catch (DuplicateKeyException known) {
      throw new ConflictException("this passkey is known already");
    }
  }

  /// Whose passkey answered `challenge`.
  ///
  /// @throws BadInputException if none of ours did
  public UUID owner(byte[] challenge, PasskeyShown sent) {
    Passkey known = find(sent.credentialId()).orElseThrow(Passkeys::unknown);
    if (!Arrays.equals(sent.userHandle(), handle(known.account()))) {
      throw unknown();
    }
    long counter = judge.shown(known, challenge, sent);
    int kept =
        jdbc.sql(
                """
                update passkey set counter = :counter, used_at = :now
                where credential_id = :id and (counter < :counter or :counter = 0 and counter = 0)
                """)
            .param("counter", counter)
            .param("now", Timestamp.from(clock.instant()))
            .param("id", known.credentialId())
            .update();
    if (kept == 0) {
      throw unknown();
    }
    return known.account();
  }

  /// Whose passkey it says that it is, whatever it proves.
  public Optional<UUID> holder(PasskeyShown sent) {
    return find(sent.credentialId()).map(Passkey::account);
  }

  /// Gives one another name.
  public void rename(UUID account, UUID id, String name) {
    gone(
        jdbc.sql("update passkey set name = ? where id = ? and account_id = ?")
            .params(checked(name), id, account)
            .update());
  }

  /// Removes one.
  public void remove(UUID account, UUID id) {
    gone(
        jdbc.sql("delete from passkey where id = ? and account_id = ?")
            .params(id, account)
            .update());
  }

  void clear(UUID account) {
    jdbc.sql("delete from passkey where account_id = ?").param(account).update();
  }

  private Optional<Passkey> find(byte[] credentialId) {
    return jdbc.sql(
            """
            select account_id, credential_id, key_data, counter, transports, synced
            from passkey where credential_id = ?
            """)
        .param(credentialId)
        .query(
            (row, _) ->
                new Passkey(
                    row.getObject("account_id", UUID.class),
                    row.getBytes("credential_id"),
                    row.getBytes("key_data"),
                    row.getLong("counter"),
                    List.of((String[]) row.getArray("transports").getArray()),
                    row.getBoolean("synced")))
        .optional();
  }

  /* The account's id, which says nothing of the person. */
  private static byte[] handle(UUID account) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(account.getMostSignificantBits())
        .putLong(account.getLeastSignificantBits())
        .array();
  }

  private static PasskeyView view(ResultSet row) throws SQLException {
    Timestamp used = row.getTimestamp("used_at");
    return new PasskeyView(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getBoolean("synced"),
        row.getTimestamp("made_at").toInstant(),
        used == null ? null : used.toInstant());
  }

  private static String checked(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new BadInputException(
          "name", name, "a name of 1 to " + LONGEST_NAME + " characters is needed");
    }
    return stripped;
  }

  private static void gone(int changed) {
    if (changed == 0) {
      throw new NotFoundException("there is no such passkey of yours");
    }
  }

  private static BadInputException unknown() {
    return new BadInputException("passkey", null, "this passkey is not known here");
  }
}

package org.wordborne.server.workspace.account.factor;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.QrCode;
import org.wordborne.server.workspace.SecretBox;

/// The codes of an account: those a device makes, and those on paper.
///
/// Whatever is good once is used up by one statement of the database, so that of many who show the
/// same code at the same time exactly one is let in.
@Component
public class Factors {
  private static final String SERVER = "Wordborne";
  private final JdbcClient jdbc;
  private final TransactionTemplate whole;
  private final Passkeys passkeys;
  private final SecretBox box;
  private final InstantSource clock;
  private final SecureRandom chance;

  Factors(
      JdbcClient jdbc,
      PlatformTransactionManager manager,
      Passkeys passkeys,
      SecretBox box,
      InstantSource clock,
      SecureRandom chance) {
    this.jdbc = jdbc;
    this.whole = new TransactionTemplate(manager);
    this.passkeys = passkeys;
    this.box = box;
    this.clock = clock;
    this.chance = chance;
  }

  private record Device(byte[] secret, long lastStep, @Nullable Instant confirmedAt) {}

  /// What the account has.
  public FactorState of(UUID account) {
    Instant since = device(account).map(Device::confirmedAt).orElse(null);
    int left =
        jdbc.sql("select count(*) from recovery_code where account_id = ? and used_at is null")
            .param(account)
            .query(Integer.class)
            .single();
    return new FactorState(since, left, passkeys.all(account));
  }

  /// Begins anew with a secret for a device, which guards nothing until [#confirm].
  ///
  /// @throws ConflictException if a device makes codes already
  public CodeOffer begin(UUID account, String email) {
    byte[] secret = Totp.secret(chance);
    int begun =
        jdbc.sql(
                """
                insert into totp (account_id, secret, last_step, begun_at) values (?, ?, -1, ?)
                on conflict (account_id) do update
                  set secret = excluded.secret, begun_at = excluded.begun_at
                  where totp.confirmed_at is null
                """)
            .params(account, box.seal(account, text(secret)), Timestamp.from(clock.instant()))
            .update();
    if (begun == 0) {
      throw new ConflictException("a device makes codes for you already; turn that off first");
    }
    String address = Totp.address(SERVER, email, secret);
    return new CodeOffer(Base32.text(secret), address, QrCode.svg(address));
  }

  /// Turns codes on with the first one; returns new recovery codes, which are shown this once.
  ///
  /// @throws BadInputException if it is not the device's code
  public List<String> confirm(UUID account, String code) {
    return whole.execute(
        _ -> {
          if (!isRight(account, code, false)) {
            throw new BadInputException(
                "code", null, "this is not the code of that device now; look at its clock too");
          }
          jdbc.sql("update totp set confirmed_at = ? where account_id = ? and confirmed_at is null")
              .params(Timestamp.from(clock.instant()), account)
              .update();
          return freshRecovery(account);
        });
  }

  /// Whether `code` is right, of the device or on paper; it is used up with that.
  public boolean take(UUID account, String code) {
    return Totp.isShaped(code) ? isRight(account, code, true) : takeRecovery(account, code);
  }

  /// Makes ten new recovery codes; those from before are good no more.
  public List<String> freshRecovery(UUID account) {
    List<String> codes = RecoveryCodes.fresh(chance);
    whole.executeWithoutResult(
        _ -> {
          jdbc.sql("delete from recovery_code where account_id = ?").param(account).update();
          for (String code : codes) {
            jdbc.sql("insert into recovery_code (account_id, code_hash, made_at) values (?, ?, ?)")
                .params(account, mark(account, code), Timestamp.from(clock.instant()))
                .update();
          }
        });
    return codes;
  }

  /// Turns the codes of a device off; those on paper go with it, unless passkeys still need them.
  public void removeCodes(UUID account) {
    whole.executeWithoutResult(
        _ -> {
          jdbc.sql("delete from totp where account_id = ?").param(account).update();
          if (passkeys.all(account).isEmpty()) {
            jdbc.sql("delete from recovery_code where account_id = ?").param(account).update();
          }
        });
  }

  /// Takes everything away that the account has beside its password.
  public void clear(UUID account) {
    whole.executeWithoutResult(
        _ -> {
          passkeys.clear(account);
          removeCodes(account);
        });
  }

  private boolean isRight(UUID account, String code, boolean confirmed) {
    Optional<Device> device =
        device(account).filter(known -> confirmed == (known.confirmedAt() != null));
    if (device.isEmpty()) {
      return false;
    }
    byte[] secret = Base64.getDecoder().decode(box.open(account, device.get().secret()));
    OptionalLong step = Totp.step(secret, code, clock.instant(), device.get().lastStep());
    return step.isPresent()
        && jdbc.sql(
                    "update totp set last_step = :step where account_id = :id and last_step < :step")
                .param("step", step.getAsLong())
                .param("id", account)
                .update()
            == 1;
  }

  private boolean takeRecovery(UUID account, String code) {
    return jdbc.sql(
                """
                update recovery_code set used_at = ?
                where account_id = ? and code_hash = ? and used_at is null
                """)
            .params(Timestamp.from(clock.instant()), account, mark(account, code))
            .update()
        == 1;
  }

  private Optional<Device> device(UUID account) {
    return jdbc.sql("select secret, last_step, confirmed_at from totp where account_id = ?")
        .param(account)
        .query(
            (row, _) -> {
              Timestamp confirmed = row.getTimestamp("confirmed_at");
              return new Device(
                  row.getBytes("secret"),
                  row.getLong("last_step"),
                  confirmed == null ? null : confirmed.toInstant());
            })
        .optional();
  }

  private String mark(UUID account, String code) {
    return box.mark(account, "recovery " + RecoveryCodes.plain(code));
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}

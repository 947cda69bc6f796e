package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers.Browser;

/// What is promised of passwords and of the sessions they open.
class PasswordsTest {
  private final Passwords passwords = new Passwords(new SecureRandom());

  /* The first choice of the OWASP password storage cheat sheet. */
  @Test
  void hash_ofAPassword_isArgon2idOfNineteenMebibytesAndTwoPasses() {
    String hash = passwords.hash("a lantern in the rain");

    assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$]{22,24}\\$[^$]{43,44}");
    assertThat(passwords.hash("a lantern in the rain")).isNotEqualTo(hash);
  }

  @Test
  void signIn_byAHundredAndTwentyEightLetters_readsAllOfThem() {
    String email = "long" + UUID.randomUUID() + "@example.org";
    String password = "lantern ".repeat(16);
    var place = ServerFixture.defaultScope().workspace();
    UUID id =
        ServerFixture.bean(Accounts.class)
            .add(place, NewAccount.of(email, "", password), Role.ANALYST);

    assertThat(Browsers.signIn(id, email, password).get("/api/v1/status").status()).isEqualTo(200);
    String hash = passwords.hash(password);
    assertThat(passwords.matches(password.substring(0, 127) + "x", hash)).isFalse();
  }

  @Test
  void signIn_byAPasswordOfTenYearsAgo_isTaken() {
    Browser ada = Browsers.member(Role.ANALYST);
    change("update account set created_at = now() - interval '10 years' where id = ?", ada.id());

    Browser again = Browsers.signIn(ada.id(), ada.email(), Browsers.PASSWORD);

    assertThat(again.get("/api/v1/status").status()).isEqualTo(200);
  }

  @Test
  void session_thatRestedForThirtyDays_isOver() {
    Browser ada = Browsers.member(Role.ANALYST);
    assertThat(ada.get("/api/v1/status").status()).isEqualTo(200);

    change(
        "update sign_in set seen_at = seen_at - interval '30 days',"
            + " expires_at = expires_at - interval '30 days' where account_id = ?",
        ada.id());

    assertThat(ada.get("/api/v1/status").status()).isEqualTo(401);
  }

  private static void change(String sql, UUID id) {
    assertThat(ServerFixture.transactions().<Integer>outside(tx -> tx.sql(sql).param(id).update()))
        .isEqualTo(1);
  }
}

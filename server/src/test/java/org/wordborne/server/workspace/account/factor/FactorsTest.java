package org.wordborne.server.workspace.account.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;

class FactorsTest {
  private static final int MANY = 50;
  private final Factors factors = ServerFixture.bean(Factors.class);
  private final UUID account = PasskeysTest.account();

  @Test
  void confirm_firstCode_turnsCodesOnAndGivesTenOnPaper() {
    String secret = factors.begin(account, "ines@lantern.example").secret();
    assertThat(factors.of(account).hasCodes()).isFalse();

    List<String> paper = factors.confirm(account, now(secret));

    assertThat(new HashSet<>(paper))
        .hasSize(10)
        .allMatch(it -> it.matches("[a-z2-9]{5}-[a-z2-9]{5}"));
    assertThat(factors.of(account).hasCodes()).isTrue();
    assertThat(factors.of(account).recoveryLeft()).isEqualTo(10);
    assertThatThrownBy(() -> factors.begin(account, "ines@lantern.example"))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void confirm_wrongCode_turnsNothingOn() {
    factors.begin(account, "ines@lantern.example");

    assertThatThrownBy(() -> factors.confirm(account, "000000x"))
        .isInstanceOf(BadInputException.class);
    assertThat(factors.of(account).any()).isFalse();
    assertThat(factors.take(account, "123456")).as("not confirmed, not good").isFalse();
  }

  @Test
  void take_codeOfTheConfirmation_isUsedUp() {
    String secret = factors.begin(account, "ines@lantern.example").secret();
    String code = now(secret);
    factors.confirm(account, code);

    assertThat(factors.take(account, code)).isFalse();
    String next = later(secret);
    assertThat(factors.take(account, next)).isTrue();
    assertThat(factors.take(account, next)).isFalse();
  }

  @Test
  void take_manyAtOnceWithOneCode_letsExactlyOneIn() throws Exception {
    String secret = factors.begin(account, "ines@lantern.example").secret();
    List<String> paper = factors.confirm(account, now(secret));

    assertThat(atOnce(later(secret))).as("of the device").isEqualTo(1);
    assertThat(atOnce(paper.getFirst())).as("on paper").isEqualTo(1);
    assertThat(factors.of(account).recoveryLeft()).isEqualTo(9);
  }

  @Test
  void take_paperCodeTypedOddly_isTheSame() {
    String code = factors.freshRecovery(account).getFirst();
    String odd = " " + code.toUpperCase(java.util.Locale.ROOT).replace("-", " ");

    assertThat(factors.take(PasskeysTest.account(), code)).as("of another account").isFalse();
    assertThat(factors.take(account, odd)).isTrue();
    assertThat(factors.take(account, code)).as("twice").isFalse();
  }

  @Test
  void freshRecovery_again_endsThoseBefore() {
    String before = factors.freshRecovery(account).getFirst();

    factors.freshRecovery(account);

    assertThat(factors.take(account, before)).isFalse();
  }

  @Test
  void rows_ofSecretsAndCodes_holdNothingThatCanBeUsed() {
    String secret = factors.begin(account, "ines@lantern.example").secret();
    String paper = factors.confirm(account, now(secret)).getFirst();

    String rows =
        ServerFixture.bean(JdbcClient.class)
            .sql(
                """
                select encode(secret, 'escape') || (select string_agg(code_hash, ' ')
                  from recovery_code r where r.account_id = t.account_id)
                from totp t where account_id = ?
                """)
            .param(account)
            .query(String.class)
            .single();

    assertThat(rows).doesNotContain(secret, paper, paper.replace("-", ""));
  }

  @Test
  void clear_takesEverythingAway() {
    String secret = factors.begin(account, "ines@lantern.example").secret();
    List<String> paper = factors.confirm(account, now(secret));

    factors.clear(account);

    assertThat(factors.of(account)).isEqualTo(new FactorState(null, 0, List.of()));
    assertThat(factors.take(account, paper.getFirst())).isFalse();
    assertThat(factors.take(account, later(secret))).isFalse();
  }

  private long atOnce(String code) throws Exception {
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> take = () -> factors.take(account, code);
      List<Future<Boolean>> all =
          many.invokeAll(IntStream.range(0, MANY).mapToObj(_ -> take).toList());
      long taken = 0;
      for (Future<Boolean> one : all) {
        taken += one.get() ? 1 : 0;
      }
      return taken;
    }
  }

  private static String now(String secret) {
    return OtherTotp.code(secret, Instant.now().getEpochSecond());
  }

  /* Of the step to come, which is taken too. */
  private static String later(String secret) {
    return OtherTotp.code(secret, Instant.now().getEpochSecond() + 30);
  }
}

package org.wordborne.server.workspace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriedPasswordsTest {
  private static final List<String> OWN = List.of("ruth.amsel@lantern.example", "Ruth Amsel");

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "password1234",
        "P@ssw0rd2026!",
        "Passwort!!!!",
        "passwordpassword",
        "123456789012",
        "qwertyuiop12",
        "QwertzuiopAsdf",
        "1q2w3e4r5t6z",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "zyxwvutsrqpo",
        "Summer2026!!",
        "ruth-amsel-1987",
        "Lantern-2026",
        "iloveyou2026",
        "Wordborne-2026",
        "lantern lantern "
      })
  void has_whatIsTriedFirst(String password) {
    assertThat(TriedPasswords.has(password, OWN)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "a lantern in the rain",
        "the milk was sour",
        "tea&cake-at-7",
        "correct horse battery staple",
        "849201837465",
        "\u96e8\u4e2d\u7684\u706f\u7b3c\u548c\u4e00\u676f\u70ed\u8336\u5427",
        "vK7!pQ2z_mR9w",
        "summer rain on the tin roof",
        "pppppppppp quiet harbour"
      })
  void has_notWhatNobodyPutsTogether(String password) {
    assertThat(TriedPasswords.has(password, OWN)).isFalse();
  }
}

package org.wordborne.server.workspace.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final long NEVER = -1;

  /// RFC 6238, appendix B, the rows of SHA-1: the last six of their eight digits.
  @ParameterizedTest(name = "at {0} s: {1}")
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130",
  })
  void code_atTimesOfTheRfc_isTheirs(long seconds, String code) {
    assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(code);
    assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds), NEVER)).isPresent();
  }

  @ParameterizedTest(name = "{0} s late: {1}")
  @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
  void step_clockThatDiffers_isTakenOneStepAround(long late, boolean taken) {
    String code = Totp.code(SECRET, 1000);
    Instant now = Instant.ofEpochSecond(1000 * 30 + late);

    assertThat(Totp.step(SECRET, code, now, NEVER).isPresent()).isEqualTo(taken);
  }

  @Test
  void step_alreadyUsed_isTakenNoMore() {
    String code = Totp.code(SECRET, 1000);
    Instant now = Instant.ofEpochSecond(1000 * 30);

    assertThat(Totp.step(SECRET, code, now, 999)).hasValue(1000);
    assertThat(Totp.step(SECRET, code, now, 1000)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"123456, true", "123 456, true", "12345, false", "1234567, false", "١٢٣٤٥٦, false"})
  void isShaped_sixLatinDigits_only(String sent, boolean shaped) {
    assertThat(Totp.isShaped(sent)).isEqualTo(shaped);
  }

  /// RFC 4648, section 10, without the padding.
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void text_vectorsOfTheRfc_areTheirs(String plain, String text) {
    assertThat(Base32.text(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
  }

  @Test
  void address_oddMail_isOneAddress() {
    String address = Totp.address("Wordborne", "a b&secret=x@café.example", SECRET);

    assertThat(address)
        .isEqualTo(
            "otpauth://totp/Wordborne:a%20b%26secret%3Dx%40caf%C3%A9.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Wordborne"
                + "&algorithm=SHA1&digits=6&period=30");
  }
}

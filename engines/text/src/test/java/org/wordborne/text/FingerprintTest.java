package org.wordborne.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  private static int apart(String a, String b) {
    return Fingerprint.distance(Fingerprint.of(a), Fingerprint.of(b));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The lantern in Mill Lane closes in January, says the owner of the house next door | RT @ada: The lantern in Mill Lane closes in January, says the owner of the house next door
          The lantern in Mill Lane closes in January, says the owner of the house next door | the LANTERN in Mill Lane closes in January says the owner of the house next door!!! https://x.example/1
          Der Lantern in der Mühlgasse schließt im Januar, sagt der Besitzer vom Haus nebenan | Der Lantern in der Mühlgasse schließt im Januar, sagt der Besitzer vom Haus nebenan 😢 #lantern
          """)
  void distance_copyWithTrimmings_isNear(String text, String copy) {
    assertThat(apart(text, copy)).isLessThanOrEqualTo(Fingerprint.NEAR);
  }

  @Test
  void distance_otherSentences_isFar() {
    var sentences = OwnSentences.texts();
    int near = 0;
    for (int i = 0; i < sentences.size(); i++) {
      for (int j = 0; j < i; j++) {
        near += apart(sentences.get(i), sentences.get(j)) <= Fingerprint.NEAR ? 1 : 0;
      }
    }

    assertThat(near).isZero();
  }

  @Test
  void of_nothingButLinks_isZero() {
    assertThat(Fingerprint.of("https://x.example/1 @ada")).isZero();
    assertThat(Fingerprint.of("")).isZero();
  }
}

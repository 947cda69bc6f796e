package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitmentTest {
  @Test
  void parse_itsOwnText_isTheSame() throws DrawException {
    var commitment = OatWeek.commitment();

    assertThat(Commitment.parse(commitment.text())).isEqualTo(commitment);
    assertThat(commitment.secret()).isEqualTo(OatWeek.SECRET_HASH);
    assertThat(commitment.rules())
        .isEqualTo("2521ca195112f2b6729d58525488f7521ce765d2dc3474a7cdfafcaa5e6a522f");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entries 5 | entries 05 | entries '05' must be a whole number from 1 to 1000000000",
        "one-per group | one-per house | one-per 'house' must be group or entry",
        "10:00:00Z | 10:00:00.5Z | must be a time in whole seconds",
        "saturdays:1 | saturdays:0 | prize 'saturdays:0' must be like beans:3",
        "saturdays:1 | beans:1 | each prize must stand once",
        "alternates | spares | line 10 of the commitment must begin with alternates",
        "round 657413 | round 999999999999999999 | must be a whole number from 1 to 1000000000000",
        "draw-1 | draw-2 | must begin with the line wordborne-draw-1"
      })
  void parse_changedText_saysWhatIsRight(String was, String becomes, String reason)
      throws DrawException {
    var text = OatWeek.commitment().text().replace(was, becomes);

    assertThatThrownBy(() -> Commitment.parse(text)).hasMessageContaining(reason);
  }
}

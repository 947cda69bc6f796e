package org.wordborne.server.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\0x"})
  void cell_thatLooksLikeAFormula_isText(String text) {
    assertThat(CsvLine.cell(text)).contains("'" + text.charAt(0));
  }

  @Test
  void of_cells_quotesWhatNeedsIt() {
    assertThat(CsvLine.of(Arrays.asList("a,b", "say \"hi\"", -3, null, "plain")))
        .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",-3,,plain\r\n");
  }
}

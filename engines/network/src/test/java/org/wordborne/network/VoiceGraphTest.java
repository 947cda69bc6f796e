package org.wordborne.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceGraphTest {
  @Test
  void read_tabsCommasAndRemarks_areUnderstood() throws GraphException {
    var graph =
        VoiceGraph.read(List.of("# who hears whom", "", "0\t1", "0,2", "2 1", "1 1"), false);

    assertThat(graph.people()).isEqualTo(3);
    assertThat(graph.arcs()).isEqualTo(3); // nobody hears himself
    assertThat(graph.followers(0)).isEqualTo(2);
    assertThat(graph.speakers(1)).containsExactly(0, 2);
  }

  @Test
  void read_header_countsThoseWithoutArcs() throws GraphException {
    var graph = VoiceGraph.read(List.of("9 1", "0 1 0.25"), true);

    assertThat(graph.people()).isEqualTo(9);
    assertThat(graph.hasChances()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0 x | the hearer must be a whole number from 0, was 'x'",
        "0 | the hearer must be a whole number from 0, was ''",
        "-1 2 | the speaker must be a whole number from 0, was '-1'",
        "0 1 1.5 | the chance must be in [0, 1], was '1.5'",
        "0 1 .5 7 | '7' is too much",
        "0 99999999999999999999 | the hearer must be at most 499999999",
      })
  void read_brokenLine_isNamed(String line, String reason) {
    assertThatThrownBy(() -> VoiceGraph.read(List.of("# first", line), false))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("line 2: " + reason);
  }

  @Test
  void read_brokenPromises_areNamed() {
    assertThatThrownBy(() -> VoiceGraph.read(List.of("3 2", "0 1"), true))
        .hasMessage("the first line promises 2 arcs, there are 1");
    assertThatThrownBy(() -> VoiceGraph.read(List.of("3 1", "0 3"), true))
        .hasMessage("line 2: the hearer must be at most 2, was 3");
    assertThatThrownBy(() -> VoiceGraph.read(List.of("0 1 .5", "1 2"), false))
        .hasMessage("line 2: the chance is missing");
  }

  @Test
  void mostFollowed_ties_goToTheLowerNumber() throws GraphException {
    var graph = VoiceGraph.read(List.of("2 0", "2 1", "1 0", "0 1", "1 2"), false);

    assertThat(Choices.mostFollowed(graph, 2, new BitSet())).containsExactly(1, 2);
    assertThat(Choices.random(graph, 2, BitSet.valueOf(new long[] {1}), 3))
        .hasSize(2)
        .doesNotContain(0);
  }
}

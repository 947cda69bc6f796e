package org.wordborne.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryListTest {
  private static final String DIGEST = "ab".repeat(32);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void read_anyOrder_isTheSameList(long seed) throws DrawException {
    var shuffled = new ArrayList<>(OatWeek.list().lines());
    Collections.shuffle(shuffled, new Random(seed));

    var list = EntryList.read(shuffled);

    assertThat(list.bytes()).isEqualTo(OatWeek.list().bytes());
    assertThat(list.number("9XK2B4JQ7T")).isEqualTo(4);
    assertThat(list.number("9XK2B4JQ7V")).isZero();
  }

  @Test
  void root_oneAndThreeEntries_areWorkedOutByHand() throws DrawException {
    var tree = new Merkle();
    var lines = OatWeek.list().lines();
    byte[] a = leaf(tree, lines.get(0));
    byte[] b = leaf(tree, lines.get(1));
    byte[] c = leaf(tree, lines.get(2));

    assertThat(EntryList.read(lines.subList(0, 1)).root()).isEqualTo(a);
    assertThat(EntryList.read(lines.subList(0, 3)).root()).isEqualTo(tree.node(tree.node(a, b), c));
  }

  @ParameterizedTest(name = "{0} entries")
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 64, 65})
  void inclusion_everyEntry_leadsToTheRoot(int size) throws DrawException {
    var list = made(size);

    for (int number = 1; number <= size; number++) {
      var path = list.inclusion(number);
      assertThat(EntryList.includes(list.root(), list.line(number), number, size, path)).isTrue();
      assertThat(EntryList.includes(list.root(), list.line(number) + "0", number, size, path))
          .isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I000000000,1,1,valid,D | code 'I000000000' must be 10 characters",
        "2F7K9QX4MB,0,1,valid,D | group '0' must be a whole number from 1 to 999999999",
        "2F7K9QX4MB,1,01,valid,D | weight '01' must be a whole number from 1 to 999999",
        "2F7K9QX4MB,1,1,Valid,D | status 'Valid' must be 1 to 24 characters of a-z and -",
        "2F7K9QX4MB,1,1,valid,D0 | must be 64 characters of 0-9 and a-f",
        "2F7K9QX4MB,1,1 | 3 fields; a line is CODE, GROUP, WEIGHT, STATUS, DIGEST"
      })
  void read_wrongLine_saysLineFieldValueAndWhatIsRight(String line, String reason) {
    var lines =
        List.of(
            "ZZZZZZZZZZ\t1\t1\tvalid\t" + DIGEST,
            line.replace(",D", "," + DIGEST).replace(',', '\t'));

    assertThatThrownBy(() -> EntryList.read(lines))
        .hasMessageContaining(reason)
        .extracting(wrong -> ((DrawException) wrong).line())
        .isEqualTo(2);
  }

  @Test
  void read_sameCodeTwice_namesBothLines() {
    var twice = new ArrayList<>(OatWeek.entries());
    twice.add(twice.get(1));

    assertThatThrownBy(() -> EntryList.of(twice))
        .hasMessage("code '3A5M8RTC1Z' stands on line 2 too; each entry has its own")
        .extracting(wrong -> ((DrawException) wrong).line())
        .isEqualTo(6);
  }

  static EntryList made(int size) throws DrawException {
    var lines = new ArrayList<String>();
    for (int i = 0; i < size; i++) {
      lines.add("%010d\t%d\t1\tvalid\t%s".formatted(i, i + 1, DIGEST));
    }
    return EntryList.read(lines);
  }

  private static byte[] leaf(Merkle tree, String line) {
    return tree.leaf(Bits.utf8(line), 0, line.length());
  }
}

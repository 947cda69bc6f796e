package org.wordborne.server.workspace.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Only a name goes, only where it is one.
class NamesTakenTest {

  @ParameterizedTest(name = "{0} in: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Anna Lind | We call Anna  Lind back. | We call … back.",
        "Anna Lind | We call ANNA LIND, at once. | We call …, at once.",
        "Anna Lind | Joanna Linder complains. | Joanna Linder complains.",
        "Jörg Weiß | »Jo\u0308rg Weiß« wrote. | »…« wrote.",
        "Müller | Die Müllers sind da. | Die Müllers sind da.",
        "田中太郎 | 田中太郎さんに電話 | …さんに電話",
        "@lanternfan | Thank @lanternfan today. | Thank @… today.",
        "eva | Eva said so to @eva. | Eva said so to @….",
        "O'Neil \"Bo\" \\ | See O'Neil \"Bo\" \\ again. | See … again.",
      })
  void outOf_text_leavesAllElse(String name, String text, String left) {
    assertThat(NamesTaken.of(List.of(name)).outOf(text)).isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "a", "true", "null", "1", "text", "…", "\"", "\\", ""})
  void outOfJson_hostileName_changesNothing(String name) {
    String json =
        "{\"text\":\"We do not answer, no: a lantern leaks.\",\"state\":\"true\",\"n\":1,\"x\":null}";

    assertThat(NamesTaken.of(List.of(name)).outOfJson(json)).isEqualTo(json);
  }

  @Test
  void outOfJson_keyOfThatName_stays() {
    var names = NamesTaken.of(List.of("published"));

    assertThat(names.outOfJson("{\"published\": \"as published\"}"))
        .isEqualTo("{\"published\":\"as …\"}");
  }

  @Test
  void outOfJson_nameThatIsEscapedTwice_goes() {
    var names = NamesTaken.of(List.of("Zoë \"Bo\" \\Lind"));
    String cause = "{\\\"by\\\":\\\"Zo\\u00eb \\\\\\\"Bo\\\\\\\" \\\\\\\\Lind\\\"}";

    assertThat(names.outOfJson("{\"cause\": \"" + cause + "\"}"))
        .isEqualTo("{\"cause\":\"{\\\"by\\\":\\\"…\\\"}\"}");
  }
}

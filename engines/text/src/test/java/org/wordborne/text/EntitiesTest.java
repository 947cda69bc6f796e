package org.wordborne.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.text.Entities.Entity;

class EntitiesTest {
  private static Entities of(String text) {
    return TextAnalyzer.standard().analyze(text).entities();
  }

  @Test
  void entities_behindAnEmoji_countCodePoints() {
    var text = "😀 Hi @ada_l, see https://lantern.example/a?b=1. #oat $ABC 👩🏽‍🍳";

    var found = of(text);

    assertThat(found.emoji())
        .containsExactly(new Entity("😀", 0, 1), new Entity("👩🏽‍🍳", 58, 62));
    assertThat(found.handles()).containsExactly(new Entity("ada_l", 5, 11));
    assertThat(found.links()).containsExactly(new Entity("https://lantern.example/a?b=1", 17, 46));
    assertThat(found.hashtags()).containsExactly(new Entity("oat", 48, 52));
    assertThat(found.cashtags()).containsExactly(new Entity("ABC", 53, 57));
  }

  @Test
  void entities_tagsInOtherWritings_areWhole() {
    var found = of("Früh im #Café und #größe_9, dann #日本");

    assertThat(found.hashtags()).extracting(Entity::text).containsExactly("Café", "größe_9", "日本");
  }

  @Test
  void entities_linkInBrackets_endsBeforeThem() {
    var found = of("(www.lantern.example/menu) and (https://x.example/a_(b))");

    assertThat(found.links())
        .extracting(Entity::text)
        .containsExactly("www.lantern.example/menu", "https://x.example/a_(b)");
  }

  @Test
  void entities_flagKeycapAndPerson_areOneEach() {
    var found = of("🇩🇪 1️⃣ ❤️ 👨‍👩‍👧");

    assertThat(found.emoji())
        .extracting(Entity::text)
        .containsExactly("🇩🇪", "1️⃣", "❤️", "👨‍👩‍👧");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail me: ada@lantern.example", "#1 place", "costs $5", "C# and a@b"})
  void entities_lookalikes_areNone(String text) {
    var found = of(text);

    assertThat(List.of(found.handles(), found.hashtags(), found.cashtags()))
        .allMatch(List::isEmpty);
  }
}

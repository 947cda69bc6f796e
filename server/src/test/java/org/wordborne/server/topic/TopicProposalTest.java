package org.wordborne.server.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wordborne.query.Query;

class TopicProposalTest {
  @Test
  void of_commonWord_isHeldToItsPlace() {
    var query = TopicProposal.of("Lantern", List.of(), List.of("lantern parade"), "Alderwick");

    assertThat(query).isEqualTo("(lantern OR lantern~1) AND alderwick AND NOT \"lantern parade\"");
  }

  @Test
  void of_nameOfSeveralWords_isProposedWrittenTogetherToo() {
    var query = TopicProposal.of("Blue Moon Café", List.of(), List.of(), "");

    assertThat(query).isEqualTo("(\"blue moon café\" OR bluemooncafé)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AND", "C&A", "Ben & Jerry's", "a\"b", "a (b)", "7", "مقهى", "カフェ", "O'Hara"})
  void of_anyName_isAQueryThatIsRead(String brand) {
    var query = TopicProposal.of(brand, List.of("NOT"), List.of("x)"), "St. Ives / Cornwall");

    assertThatCode(() -> Query.parse(query)).doesNotThrowAnyException();
  }
}

package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wordborne.server.mention.MentionView.MarkView;
import org.wordborne.server.mention.Understanding;
import org.wordborne.server.mention.Understanding.Why;

class OpenerViewTest {
  private static final String ASKED = "🥜 Is it without nuts? She is allergic.";
  private static final Understanding QUESTION =
      new Understanding(
          "unsure",
          0,
          0,
          0,
          0.4,
          Map.of("question", 0.9),
          Map.of(),
          0,
          0,
          0,
          1,
          List.of(new Why("intent:question", 2, 7, "Is it", 1)),
          Set.of());

  @Test
  void marks_harmDecided_areItsWordsInCodePoints() {
    var marks = OpenerView.marks(ASKED, QUESTION, List.of(reason("harm"), reason("question")));

    assertThat(marks).containsExactly(new MarkView(29, 37));
  }

  @Test
  void marks_questionDecided_areTheWordsThatLedToIt() {
    var marks = OpenerView.marks(ASKED, QUESTION, List.of(reason("question")));

    assertThat(marks).containsExactly(new MarkView(2, 7));
  }

  private static NeedReason reason(String word) {
    return new NeedReason(word, "stakes", Map.of(), true, List.of());
  }
}

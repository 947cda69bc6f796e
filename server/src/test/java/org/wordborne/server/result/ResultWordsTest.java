package org.wordborne.server.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.result.ResultWords.ResultWordsView;
import org.wordborne.server.workspace.BadInputException;

/// Five words at the same moment, three of the day before: two a page, four pages.
class ResultWordsTest {
  private final SpokenDays spoken = new SpokenDays();
  private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);
  private final UUID oats = spoken.topic("Oats");

  @Test
  void of_wordsOfOneMoment_comeOnceEachAndTheNewestFirst() {
    lay();

    assertThat(pages("words")).isEqualTo(4);
    assertThat(pages("praise")).isEqualTo(3);
    assertThat(pages("people")).isEqualTo(3);
    assertThat(page("words", null).count()).isEqualTo(8);
    assertThat(page("praise", null).count()).isEqualTo(5);
    assertThat(page("people", null).count()).isEqualTo(5);
    assertThat(page("glad", null).count()).isEqualTo(5);
    assertThat(page("first", null).count()).isEqualTo(5);
    assertThat(page("posts", null).count()).isZero();
  }

  @Test
  void of_newWordsBetweenTwoPages_goOnWhereThePageEnded() {
    lay();
    String next = page("words", null).next();

    spoken.say("fay", day.plusDays(1), "positive", oats);
    spoken.hear();

    assertThat(next).isNotNull();
    assertThat(WordPlace.of(page("words", next).next()).at())
        .isEqualTo(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
  }

  @Test
  void of_cursorOfNobody_isRefused() {
    assertThatThrownBy(() -> page("words", "MjU")).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> page("words", "?")).isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> page("worth", null)).isInstanceOf(BadInputException.class);
  }

  private void lay() {
    for (String person : new String[] {"ana", "ben", "cat", "dan", "eve"}) {
      spoken.say(person, day, "positive", oats);
    }
    for (String person : new String[] {"ana", "ben", "cat"}) {
      spoken.say(person, day.minusDays(1), "negative", oats);
    }
    spoken.hear();
  }

  private int pages(String figure) {
    int pages = 0;
    String cursor = null;
    var seen = new java.util.HashSet<String>();
    do {
      var page = page(figure, cursor);
      cursor = page.next();
      pages++;
      assertThat(cursor == null || seen.add(cursor)).isTrue();
    } while (cursor != null);
    return pages;
  }

  private ResultWordsView page(String figure, String cursor) {
    var asked =
        ServerFixture.bean(ResultFigures.class)
            .ask(spoken.scope, day.minusDays(5).toString(), day.plusDays(3).toString(), null);
    return ServerFixture.bean(ResultWords.class).of(spoken.scope, asked, figure, cursor, 2);
  }
}

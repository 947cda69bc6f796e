package org.wordborne.server.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.result.ResultsView.ResultFigure;

/// What counts on which day, however often a word comes.
class ResultFollowerTest {
  private final SpokenDays spoken = new SpokenDays();
  private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);
  private final UUID oats = spoken.topic("Oats");
  private final UUID beans = spoken.topic("Beans");

  @Test
  void follow_wordsAndPeople_areToldApart() {
    spoken.say("ana", day, "positive", oats);
    spoken.say("ana", day, "negative", oats, beans);
    spoken.seen("ben", day.plusDays(1), 40, beans);
    spoken.broadcast(day);

    spoken.hear();
    var told = figures();

    assertThat(told)
        .containsEntry("words", 3L)
        .containsEntry("people", 2L)
        .containsEntry("glad", 1L)
        .containsEntry("complaint", 1L)
        .containsEntry("impressions", 40L);
    assertThat(view().talk().posts()).isEqualTo(1);
  }

  @Test
  void follow_everythingTwice_changesNothing() {
    spoken.say("ana", day, "positive", oats);
    spoken.say("ben", day, "negative", oats, beans);
    var batch = spoken.waiting();
    spoken.hear();
    var once = spoken.tables();

    spoken.hear(batch);

    assertThat(spoken.tables()).isEqualTo(once);
  }

  @Test
  void follow_editedAndDeletedWords_countAsTheyStand() {
    var first = spoken.say("ana", day, "positive", oats);
    var second = spoken.say("ben", day, "positive", oats);
    spoken.hear();

    spoken.again(first, "negative", false);
    spoken.again(second, "unsure", true);
    spoken.hear();

    assertThat(figures())
        .containsEntry("words", 1L)
        .containsEntry("people", 1L)
        .containsEntry("glad", 0L)
        .containsEntry("complaint", 1L);
  }

  @Test
  void follow_allDeleted_leavesNoRow() {
    var only = spoken.say("ana", day, "positive", oats, beans);
    spoken.hear();

    spoken.again(only, "unsure", true);
    spoken.hear();

    assertThat(spoken.tables()).isEmpty();
  }

  @Test
  void follow_sameWordTwiceInOneBatch_countsItsLastState() {
    var word = spoken.say("ana", day, "positive", oats);
    spoken.again(word, "negative", false);

    spoken.hear();

    assertThat(figures()).containsEntry("words", 1L).containsEntry("complaint", 1L);
  }

  @Test
  void figures_oursOfTwoTopics_countAWordAboutBothOnce() {
    var roles = ServerFixture.bean(TopicRoles.class);
    roles.set(spoken.scope, oats, "ours", null);
    roles.set(spoken.scope, beans, "ours", "Oats");
    spoken.say("ana", day, "positive", oats, beans);
    spoken.say("cy", day, "neutral");

    spoken.hear();

    assertThat(figures()).containsEntry("words", 1L).containsEntry("people", 1L);
  }

  @Test
  void first_whoSpokeBefore_isNotNew() {
    spoken.say("ana", day.minusDays(30), "neutral", oats);
    spoken.say("ana", day, "neutral", oats);
    spoken.say("ben", day, "neutral", oats);

    spoken.hear();

    assertThat(figures()).containsEntry("people", 2L).containsEntry("first", 1L);
  }

  private ResultsView view() {
    return spoken.results(day, day.plusDays(2), null);
  }

  private Map<String, Long> figures() {
    List<ResultFigure> heard = view().heard();
    return heard.stream().collect(Collectors.toMap(ResultFigure::key, ResultFigure::value));
  }
}

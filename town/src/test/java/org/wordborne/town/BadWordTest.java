package org.wordborne.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// A false claim and what an answer does to it.
class BadWordTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final Duration WHOLE = Duration.ofMinutes(30);

  @Test
  void play_nobodyAnswers_isToldByForty() {
    var story = story();

    story.play(1, NOW);

    assertThat(story.due(NOW.plus(WHOLE))).hasSize(40);
  }

  @Test
  void answered_firstTellers_keepsMostFromTellingIt() {
    var story = story();
    story.play(1, NOW);

    var first = story.due(NOW.plus(Duration.ofMinutes(4)));
    first.forEach(story::answered);

    assertThat(first).hasSizeBetween(2, 20);
    assertThat(story.due(NOW.plus(WHOLE)).size()).isLessThan((40 - first.size()) / 2);
  }

  private static BadWord story() {
    var talk = new Talk(7, NOW, ZoneOffset.UTC, Population.of(7), 1);
    return new BadWord(talk, 7);
  }
}

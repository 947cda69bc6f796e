package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wordborne.server.conversation.TalkFixture.Word;
import org.wordborne.server.person.Page;
import org.wordborne.server.person.People;

/// What many words cost: following them, and the pages that people open all day.
@Tag("second-stage")
class ManyWordsTest {
  private static final int WORDS = 100_000;
  private static final int BATCH = 500;

  private final TalkFixture talk = new TalkFixture();
  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void pages_hundredThousandWords_openAtOnce() {
    long start = System.nanoTime();
    for (int i = 0; i < WORDS; i += BATCH) {
      talk.hear(batch(i));
    }
    double rate = WORDS / ((System.nanoTime() - start) / 1e9);

    long queue =
        millis(
            () -> talk.bean(Conversations.class).list(talk.scope, "open", "", "", new Page(0, 50)));
    long first = millis(() -> talk.bean(Conversations.class).first(talk.scope, 7));
    long people =
        millis(() -> talk.bean(People.class).list(talk.scope, "", "recent", new Page(0, 50)));
    long thank = millis(() -> talk.bean(People.class).toThank(talk.scope, 3));
    long day =
        millis(
            () ->
                talk.bean(org.wordborne.server.person.MoodHours.class)
                    .since(talk.scope, java.time.Instant.now().minus(Duration.ofDays(1))));

    System.out.printf(
        "followed %.0f words/s; queue %d ms, first %d ms, people %d ms, to thank %d ms, day %d ms; %d conversations%n",
        rate, queue, first, people, thank, day, talk.count("select count(*) from conversation"));
    assertThat(queue).isLessThan(300);
  }

  private Word[] batch(int from) {
    var words = new Word[BATCH];
    for (int i = 0; i < BATCH; i++) {
      words[i] = word(from + i);
    }
    return words;
  }

  private Word word(int number) {
    var author = "p" + random.nextInt(5_000);
    var kind = random.nextInt(10);
    var word =
        switch (kind) {
          case 0 -> TalkFixture.question("m" + number, author);
          case 1 -> TalkFixture.complaint("m" + number, author);
          case 2, 3 -> TalkFixture.praise("m" + number, author);
          default -> new Word("m" + number, author, "neutral", Map.of());
        };
    if (random.nextInt(3) == 0 && number > 100) {
      word.answers("m" + (number - 1 - random.nextInt(90)));
    }
    return word.ago(Duration.ofMinutes(random.nextInt(60 * 24 * 28)))
        .heardBy(author.hashCode() % 500 + 500);
  }

  /* The fifth of five: the database has warmed up by then. */
  private static long millis(Runnable work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
    }
    return best;
  }
}

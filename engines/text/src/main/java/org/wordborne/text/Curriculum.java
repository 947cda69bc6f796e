package org.wordborne.text;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Which set teaches which head, and how much it is trusted there.
final class Curriculum {
  private static final LinearTrainer.Settings ONE_OF =
      new LinearTrainer.Settings(6, 0.1, 0.0005, true, true);
  private static final LinearTrainer.Settings SMALL =
      new LinearTrainer.Settings(3, 0.03, 0.001, true, false);
  private static final LinearTrainer.Settings MANY =
      new LinearTrainer.Settings(5, 0.1, 0.0005, true, false);

  private static final LinearTrainer.Settings SPAM =
      new LinearTrainer.Settings(6, 0.1, 0.002, true, false);
  private static final LinearTrainer.Settings ACT =
      new LinearTrainer.Settings(12, 0.1, 0.0005, false, true);

  /// Ordinary talk is there to say what is no spam, and weighs little: there is much of it.
  private static final double ORDINARY = 0.1;

  /// Our own sentences count more than a tweet: there are few, and they are what we hear most.
  private static final double HOUSE = 3;

  private final Corpus corpus;

  Curriculum(Corpus corpus) {
    this.corpus = corpus;
  }

  List<Head> heads() {
    return List.of(
        english(),
        others(),
        emotion(),
        acts(),
        complaint(),
        spam(),
        offensive(),
        irony(),
        feelings());
  }

  private Head english() {
    var head = new Head("sentiment en", Columns.SENTIMENT_ENGLISH, 3, 60_000, ONE_OF);
    var rows = corpus.rows("tweeteval/sentiment.train");
    double[] share = new double[3];
    rows.forEach(row -> share[label(row)] += 3.0 / rows.size());
    for (var row : rows) {
      double weight = StrictMath.pow(share[label(row)], -0.3);
      head.one(row.getLast(), "en", label(row), weight);
    }
    for (var row : corpus.rows("goemotions/original.train")) {
      int mood = Feelings.mood(row.getFirst());
      if (mood >= 0) {
        head.one(row.getLast(), "en", mood, 0.2);
      }
    }
    house("en", own -> head.one(own.text(), "en", own.mood(), HOUSE));
    return head;
  }

  private Head others() {
    var head = new Head("sentiment others", Columns.SENTIMENT_OTHERS, 3, 40_000, ONE_OF);
    for (var set : xlmt()) {
      rows(
          set.getKey() + ".train",
          (_, row) -> head.one(row.getLast(), set.getValue(), label(row), 1));
    }
    rows(
        "tweeteval/sentiment.train",
        (at, row) -> {
          if (at % 3 == 0) {
            head.one(row.getLast(), "en", label(row), 0.2);
          }
        });
    house("de", own -> head.one(own.text(), "de", own.mood(), HOUSE));
    return head;
  }

  private static void house(String language, Consumer<HouseSentences> lesson) {
    HouseSentences.all().stream().filter(own -> own.language().equals(language)).forEach(lesson);
  }

  /// Sets of sentiment that are not English, with their languages, in a fixed order.
  static List<Map.Entry<String, String>> xlmt() {
    return LanguageTraining.TWEETS.entrySet().stream()
        .filter(set -> !set.getValue().equals("en"))
        .sorted(Map.Entry.comparingByKey())
        .toList();
  }

  private Head emotion() {
    var head = new Head("emotion", Columns.EMOTION, 4, 10_000, ONE_OF);
    rows("tweeteval/emotion.train", (_, row) -> head.one(row.getLast(), "en", label(row), 1));
    rows(
        "goemotions/original.train",
        (_, row) -> {
          int emotion = Feelings.emotion(row.getFirst());
          if (emotion >= 0) {
            head.one(row.getLast(), "en", emotion, 0.1);
          }
        });
    return head;
  }

  private Head acts() {
    int columns = Columns.ACTS.size();
    var head = new Head("act", Columns.ACT, columns, 10_000, ACT);
    double[] share = new double[columns];
    learned("intent/tweet-acts.train", row -> share[act(row)]++);
    double all = java.util.Arrays.stream(share).sum();
    learned(
        "intent/tweet-acts.train",
        row -> {
          double weight = 1 / Math.sqrt(columns * share[act(row)] / all);
          head.one(row.getLast(), "en", act(row), weight);
        });
    return head;
  }

  private static int act(List<String> row) {
    return Columns.ACTS.indexOf(row.getFirst());
  }

  private Head complaint() {
    var head = new Head("complaint", Columns.COMPLAINT, 1, 8_000, SMALL);
    learned("intent/complaints.train", row -> head.yes(row.getLast(), "en", holds(row), 1));
    rows(
        "tweeteval/sentiment.train",
        (at, row) -> {
          if (at % 20 == 0 && label(row) > 0) {
            head.yes(row.getLast(), "en", false, 0.2);
          }
        });
    house("en", own -> head.yes(own.text(), "en", own.is(Intent.COMPLAINT), HOUSE));
    return head;
  }

  private Head spam() {
    var head = new Head("spam", Columns.SPAM, 1, 8_000, SPAM);
    learned("spam/youtube-3videos.train", row -> head.yes(row.getLast(), "en", holds(row), 1));
    learned("spam/sms.train", row -> head.yes(row.getLast(), "en", holds(row), 0.4));
    rows(
        "tweeteval/sentiment.train",
        (at, row) -> {
          if (at % 15 == 0) {
            head.yes(row.getLast(), "en", false, ORDINARY);
          }
        });
    ordinary(head);
    return head;
  }

  /// Talk that is no spam, though it asks, begs and praises as spam does.
  private void ordinary(Head head) {
    for (var set :
        List.of(
            "intent/tweet-acts.train",
            "intent/complaints.train",
            "intent/banking77.train",
            "intent/clinc150.train",
            "goemotions/original.train")) {
      rows(
          set,
          (at, row) -> {
            if (at % 12 == 0) {
              head.yes(row.getLast(), "en", false, ORDINARY);
            }
          });
    }
    house("en", own -> head.yes(own.text(), "en", false, 1));
  }

  private Head offensive() {
    var head = new Head("offensive", Columns.OFFENSIVE, 1, 14_000, MANY);
    rows("tweeteval/offensive.train", (_, row) -> head.yes(row.getLast(), "en", holds(row), 1));
    rows(
        "tweeteval/hate.train",
        (_, row) -> {
          if (holds(row)) {
            head.yes(row.getLast(), "en", true, 0.3);
          }
        });
    house("en", own -> head.yes(own.text(), "en", false, 1));
    return head;
  }

  private Head irony() {
    var head = new Head("irony", Columns.IRONY, 1, 14_000, SMALL);
    rows("tweeteval/irony.train", (_, row) -> head.yes(row.getLast(), "en", holds(row), 1));
    return head;
  }

  private Head feelings() {
    int columns = Columns.FEELINGS.size();
    var head = new Head("feelings", Columns.FEELING, columns, 20_000, MANY);
    rows(
        "goemotions/original.train",
        (_, row) ->
            head.lessons.add(
                new Head.Lesson(row.getLast(), "en", Feelings.targets(row.getFirst()), 1)));
    return head;
  }

  private void rows(String set, BiConsumer<Integer, List<String>> lesson) {
    int at = 0;
    for (var row : corpus.rows(set)) {
      lesson.accept(at++, row);
    }
  }

  /// Rows of a set without a validation split: every tenth is held out.
  private void learned(String set, Consumer<List<String>> lesson) {
    rows(
        set,
        (at, row) -> {
          if (at % 10 != Calibration.HELD_OUT) {
            lesson.accept(row);
          }
        });
  }

  static int label(List<String> row) {
    return Integer.parseInt(row.getFirst());
  }

  static boolean holds(List<String> row) {
    return row.getFirst().equals("1");
  }
}

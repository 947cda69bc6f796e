package org.wordborne.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTrainerTest {
  private static final Corpus SMALL = small();

  /// Our own sentences, in the places of the public sets.
  private static Corpus small() {
    var moods = new ArrayList<List<String>>();
    var languages = new ArrayList<List<String>>();
    for (var own : OwnSentences.all()) {
      languages.add(List.of(own.language(), own.text()));
      if (own.language().equals("en")) {
        int label = Task.SENTIMENT.labels().indexOf(own.mood());
        moods.add(List.of(Integer.toString(label), own.text()));
      }
    }
    var sets = new HashMap<String, List<List<String>>>();
    sets.put("tweeteval/sentiment.train", moods);
    sets.put("tweeteval/sentiment.val", moods);
    sets.put("langid/lingua-sentences-odd.train", languages);
    return new Corpus(sets);
  }

  @Test
  void train_sameSeed_givesTheSameBytes() {
    byte[] first = TextTrainer.train(SMALL, 7, _ -> {});
    byte[] again = TextTrainer.train(SMALL, 7, _ -> {});
    byte[] other = TextTrainer.train(SMALL, 8, _ -> {});

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void train_smallSet_learnsWhatItWasTaught() throws IOException {
    byte[] weights = TextTrainer.train(SMALL, 7, _ -> {});

    var analyzer = TextAnalyzer.of(new ByteArrayInputStream(weights));
    var figures = new Evaluation(Task.SENTIMENT.labels());
    for (var row : SMALL.rows("tweeteval/sentiment.train")) {
      var truth = Task.SENTIMENT.label(row.getFirst());
      figures.add(truth, analyzer.guess(Task.SENTIMENT, row.getLast()));
    }

    assertThat(figures.macroRecall()).isGreaterThan(0.8);
  }

  @Test
  void train_nothing_stillGivesWeightsThatAbstain() throws IOException {
    byte[] weights = TextTrainer.train(new Corpus(new HashMap<>()), 7, _ -> {});

    var analysis = TextAnalyzer.of(new ByteArrayInputStream(weights)).analyze("Nice and warm.");

    assertThat(analysis.sentiment().label()).isEqualTo(SentimentLabel.UNSURE);
  }
}

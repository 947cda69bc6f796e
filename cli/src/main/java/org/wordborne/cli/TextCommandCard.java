package org.wordborne.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.wordborne.text.Corpus;
import org.wordborne.text.Evaluation;
import org.wordborne.text.SentimentLabel;
import org.wordborne.text.Task;
import org.wordborne.text.TextAnalyzer;

/// Renews the table of figures in the model card, between its two marks.
final class TextCommandCard {
  private static final String BEGIN = "<!-- figures: begin -->";
  private static final String END = "<!-- figures: end -->";
  private static final int EVERY = 10;
  private static final int HELD_OUT = 7;

  private final Corpus corpus;
  private final TextAnalyzer analyzer;
  private final StringBuilder table = new StringBuilder();

  private TextCommandCard(Corpus corpus, TextAnalyzer analyzer) {
    this.corpus = corpus;
    this.analyzer = analyzer;
  }

  /// Measures the weights on what was held out of the corpus, and writes the table.
  static void renew(Path card, Corpus corpus, byte[] weights) throws IOException {
    String old = Files.readString(card);
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new CommandException(card + ": must hold " + BEGIN + " and, below it, " + END);
    }
    var analyzer = TextAnalyzer.of(new ByteArrayInputStream(weights));
    String figures = new TextCommandCard(corpus, analyzer).figures();
    Files.writeString(
        card, old.substring(0, begin) + BEGIN + "\n\n" + figures + "\n" + old.substring(end));
  }

  private String figures() {
    table.append("| judgement | held out | n | macro recall | macro F1 | accuracy |\n");
    table.append("| --- | --- | --- | --- | --- | --- |\n");
    measure(Task.SENTIMENT, "tweeteval/sentiment.val");
    for (var name :
        List.of("german", "french", "spanish", "italian", "portuguese", "arabic", "hindi")) {
      measure(Task.SENTIMENT, "xlmt-sentiment/" + name + ".val");
    }
    measure(Task.EMOTION, "tweeteval/emotion.val");
    measure(Task.IRONY, "tweeteval/irony.val");
    measure(Task.OFFENSIVE, "tweeteval/offensive.val");
    measure(Task.COMPLAINT, "intent/complaints.train");
    measure(Task.ACT, "intent/tweet-acts.train");
    measure(Task.SPAM, "spam/youtube-3videos.train");
    measure(Task.SPAM, "spam/sms.train");
    measure(Task.LANGUAGE, "langid/lingua-sentences-odd.train");
    shown();
    return table.toString();
  }

  private void measure(Task task, String set) {
    var rows = heldOut(set);
    if (rows.isEmpty()) {
      return;
    }
    var figures = new Evaluation(labels(task, rows));
    for (var row : rows) {
      figures.add(task.label(row.getFirst()), analyzer.guess(task, row.getLast()));
    }
    var intervals = figures.intervals(1);
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %d | %s | %s | %s |%n",
            task.word(),
            set,
            figures.size(),
            figure(figures.macroRecall(), intervals.get("macroRecall")),
            figure(figures.macroF1(), intervals.get("macroF1")),
            figure(figures.accuracy(), intervals.get("accuracy"))));
  }

  private static String figure(double value, double @org.jspecify.annotations.Nullable [] ends) {
    return ends == null
        ? ""
        : String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", value, ends[0], ends[1]);
  }

  private List<String> labels(Task task, List<List<String>> rows) {
    if (task != Task.LANGUAGE) {
      return task.labels();
    }
    var met = new TreeSet<String>();
    for (var row : rows) {
      met.add(row.getFirst());
      met.add(analyzer.guess(task, row.getLast()));
    }
    return List.copyOf(met);
  }

  private List<List<String>> heldOut(String set) {
    var rows = corpus.rows(set);
    if (set.endsWith(".val")) {
      return rows;
    }
    return java.util.stream.IntStream.range(0, rows.size())
        .filter(i -> i % EVERY == HELD_OUT)
        .mapToObj(rows::get)
        .toList();
  }

  private void shown() {
    table.append("\n| what is shown | shown as positive or negative | of them right |\n");
    table.append("| --- | --- | --- |\n");
    shown("tweeteval/sentiment.val");
    for (var name :
        List.of("german", "french", "spanish", "italian", "portuguese", "arabic", "hindi")) {
      shown("xlmt-sentiment/" + name + ".val");
    }
  }

  private void shown(String set) {
    int shown = 0;
    int right = 0;
    var rows = corpus.rows(set);
    for (var row : rows) {
      var label = analyzer.analyze(row.getLast()).sentiment().label();
      if (label == SentimentLabel.POSITIVE || label == SentimentLabel.NEGATIVE) {
        shown++;
        right += label.word().equals(Task.SENTIMENT.label(row.getFirst())) ? 1 : 0;
      }
    }
    if (!rows.isEmpty()) {
      double share = shown == 0 ? 0 : (double) right / shown;
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %d of %d | %d (%.1f %%) |%n",
              set,
              shown,
              rows.size(),
              right,
              share * 100));
    }
  }
}

package org.wordborne.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wordborne.text.Evaluation;
import org.wordborne.text.SentimentLabel;
import org.wordborne.text.Task;
import org.wordborne.text.TextAnalyzer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// Compares the guesses of one task with the labels of a file.
@Command(
    name = "evaluate",
    description = {
      "Compares guesses with labels.",
      "Prints {\"task\",\"n\",\"macroRecall\",\"macroF1\",\"accuracy\",\"perLabel\",",
      "\"confusion\":{\"labels\",\"matrix\"},\"interval\"}."
    },
    footer = "  wordborne text evaluate --task sentiment labelled.tsv.gz",
    mixinStandardHelpOptions = true)
final class TextCommandEvaluate implements Callable<Integer> {
  @Option(
      names = "--task",
      required = true,
      paramLabel = "T",
      converter = TaskWord.class,
      description =
          "What is guessed: sentiment, emotion, irony, offensive, complaint, act, spam, language.")
  private Task task = Task.SENTIMENT;

  @Parameters(
      paramLabel = "FILE",
      description =
          "TSV: label first, text last; may be gzipped, may have a header; - for standard input.")
  private String file = "-";

  /// Reads the word of a task.
  static final class TaskWord implements ITypeConverter<Task> {
    @Override
    public Task convert(String word) {
      return Stream.of(Task.values())
          .filter(task -> task.word().equals(word.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of " + words()));
    }

    private static String words() {
      return Stream.of(Task.values()).map(Task::word).collect(Collectors.joining(", "));
    }
  }

  @Override
  public Integer call() throws IOException {
    var rows = labelled(TextCommandLines.rows(file));
    var analyzer = TextAnalyzer.standard();
    var guesses = new ArrayList<String>();
    rows.forEach(row -> guesses.add(analyzer.guess(task, row.getLast())));
    var figures = new Evaluation(labels(rows, guesses));
    for (int i = 0; i < rows.size(); i++) {
      figures.add(rows.get(i).getFirst(), guesses.get(i));
    }
    Map<String, Double> shown = task == Task.SENTIMENT ? shown(analyzer, rows) : Map.of();
    try (var json = new TextCommandJson(System.out)) {
      json.write(task.word(), figures, shown);
    }
    return 0;
  }

  /// Names the labels, drops the header, and refuses what is neither.
  private List<List<String>> labelled(List<List<String>> rows) {
    var labelled = new ArrayList<List<String>>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      String label = task.label(row.getFirst());
      boolean known = task == Task.LANGUAGE ? isCode(label) : !label.isEmpty();
      if (row.size() > 1 && known) {
        labelled.add(List.of(label, row.getLast()));
      } else if (i > 0 || row.size() < 2) {
        throw TextCommandLines.wrong(file, i + 1, wrong(row));
      }
    }
    if (labelled.isEmpty()) {
      throw new CommandException(file + ": no labelled line; each is label, tab, text");
    }
    return labelled;
  }

  private String wrong(List<String> row) {
    return row.size() < 2
        ? "must be label, tab, text"
        : "label must be one of " + task.labels() + ", was '" + row.getFirst() + "'";
  }

  private static boolean isCode(String label) {
    return label.length() == 2 || label.length() == 3;
  }

  private List<String> labels(List<List<String>> rows, List<String> guesses) {
    if (task != Task.LANGUAGE) {
      return task.labels();
    }
    var met = new TreeSet<>(guesses);
    rows.forEach(row -> met.add(row.getFirst()));
    return List.copyOf(met);
  }

  /// How many would be shown as positive or negative, and how many of them are right.
  private static Map<String, Double> shown(TextAnalyzer analyzer, List<List<String>> rows) {
    int shown = 0;
    int right = 0;
    for (var row : rows) {
      var label = analyzer.analyze(row.getLast()).sentiment().label();
      if (label == SentimentLabel.POSITIVE || label == SentimentLabel.NEGATIVE) {
        shown++;
        right += label.word().equals(row.getFirst()) ? 1 : 0;
      }
    }
    var figures = new LinkedHashMap<String, Double>();
    figures.put("n", (double) shown);
    figures.put("right", (double) right);
    figures.put("share", shown == 0 ? 0 : (double) right / shown);
    return figures;
  }
}

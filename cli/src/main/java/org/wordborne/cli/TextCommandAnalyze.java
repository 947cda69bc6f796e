package org.wordborne.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.wordborne.text.TextAnalyzer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Judges each text of a file: a line a text, or JSON Lines with "text" and, maybe, "language".
@Command(
    name = "analyze",
    description = {
      "Judges each text; one JSON object a text.",
      "Prints {\"text\",\"language\",\"sentiment\":{\"label\",\"scores\"},\"emotions\",",
      "\"intents\",\"spam\",\"offensive\",\"irony\",\"entities\",\"why\"}."
    },
    footer = {
      "  echo 'Is it true that the Lantern closes?' | wordborne text analyze -",
      "  wordborne text analyze posts.jsonl.gz"
    },
    mixinStandardHelpOptions = true)
final class TextCommandAnalyze implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description =
          "One text a line, or JSON Lines with \"text\" and, maybe, \"language\"; gzipped or not; - for"
              + " standard input.")
  private String file = "-";

  @Override
  public Integer call() throws IOException {
    var analyzer = TextAnalyzer.standard();
    try (BufferedReader lines = TextCommandLines.open(file);
        var json = new TextCommandJson(System.out)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          var text = TextCommandLines.text(file, number, line);
          json.write(text.text(), analyzer.analyze(text.text(), text.language()));
        }
      }
    }
    return 0;
  }
}

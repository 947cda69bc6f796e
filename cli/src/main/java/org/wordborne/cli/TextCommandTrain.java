package org.wordborne.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.wordborne.text.Corpus;
import org.wordborne.text.TextTrainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Learns new weights from labelled sets. The model card names the public sets by their origin.
@Command(
    name = "train",
    description = {
      "Learns the weights of this program from labelled texts.",
      "Prints {\"weights\",\"bytes\",\"seed\"}."
    },
    footer = "  wordborne text train --data sets --out weights.bin --card MODEL-CARD.md",
    mixinStandardHelpOptions = true)
final class TextCommandTrain implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of sets, such as tweeteval/emotion.train.tsv.gz (see the model card).")
  private Path data = Path.of(".");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("weights.bin");

  @Option(
      names = "--card",
      paramLabel = "FILE",
      description = "Model card whose table of figures is renewed.")
  private Path card = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Orders the examples (default: ${DEFAULT-VALUE}).")
  private long seed = 42;

  @Override
  public Integer call() throws IOException {
    var corpus = corpus();
    byte[] weights = TextTrainer.train(corpus, seed, System.err::println);
    Files.write(out, weights);
    if (!card.toString().isEmpty()) {
      TextCommandCard.renew(card, corpus, weights);
    }
    System.out.println(
        "{\"weights\":\"%s\",\"bytes\":%d,\"seed\":%d}"
            .formatted(out.toString().replace("\\", "/"), weights.length, seed));
    return 0;
  }

  private Corpus corpus() throws IOException {
    if (!Files.isDirectory(data)) {
      throw new CommandException(data + ": --data must be a folder of labelled sets");
    }
    Map<String, List<List<String>>> sets = new TreeMap<>();
    try (var files = Files.walk(data)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = data.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(".tsv") || name.endsWith(".tsv.gz")) {
          var rows = TextCommandLines.rows(file.toString());
          sets.put(name.replaceFirst("\\.tsv(\\.gz)?$", ""), rows.subList(1, rows.size()));
        }
      }
    }
    if (sets.isEmpty()) {
      throw new CommandException(data + ": no .tsv or .tsv.gz below it");
    }
    return new Corpus(sets);
  }
}

package org.wordborne.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "import",
    description = {
      "Brings posts from a file into the workspace.",
      "The file is JSON Lines, a JSON list, CSV or a feed, gzipped or not. Safe to repeat, so an import",
      "that was cut off is simply begun again. Prints {\"read\",\"new\",\"updated\",\"same\",\"rejected\",",
      "\"seconds\"}; lines that could not be read are listed in FILE.rejected, or in the data folder where",
      "that cannot be written."
    },
    footer = {
      "  wordborne import posts.jsonl",
      "  wordborne import old.csv.gz --mapping id=number,text=body,author.name=user",
      "  wordborne town --generate 1000 | wordborne import -"
    },
    exitCodeList = {
      "0:A line at least was read.",
      "2:None was read, or bad usage or bad input: one line on standard error says what and where.",
      "1:A fault of ours."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final int NOTHING_READ = 2;

  @Parameters(paramLabel = "FILE", description = "The file, or - for standard input.")
  String file = "";

  @Option(
      names = "--mapping",
      paramLabel = "FIELD=COLUMN",
      split = ",",
      description = "Which column of a CSV is which field, as in text=body,author.name=user.")
  Map<String, String> mapping = Map.of();

  @Option(
      names = "--format",
      paramLabel = "jsonl|json|csv|feed",
      description = "What the file is, where its name and beginning do not tell.")
  @Nullable String format;

  @Option(names = "--matching", description = "Keep only what a topic matches.")
  boolean matching;

  @Mixin ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Integer call() throws IOException {
    try (var input = ImportInput.open(file, format, mapping);
        ServerConnection server = connection.connect();
        var rejects = new RejectedLines(file, connection.data())) {
      var run = new ImportRun(server, input, rejects, matching);
      ObjectNode summary = run.run();
      System.out.println(summary);
      rejects.tell();
      if (input.foreignLines() > 0) {
        System.err.printf(
            "%s: lines that are no UTF-8 were read as windows-1252: %,d%n",
            file, input.foreignLines());
      }
      if (summary.path("read").asLong() == 0) {
        throw new CommandException(file + ": there is nothing in it");
      }
      boolean any = summary.path("read").asLong() > summary.path("rejected").asLong();
      return any ? 0 : NOTHING_READ;
    }
  }
}

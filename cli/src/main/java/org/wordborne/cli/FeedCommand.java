package org.wordborne.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.wordborne.channels.feed.FeedJson;
import org.wordborne.channels.feed.FeedParser;
import org.wordborne.channels.feed.NotAFeedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/* Feeds without a server: what a document says when read as we read it. */
@Command(
    name = "feed",
    description = "Reads feeds.",
    footer = "  wordborne feed parse feed.xml --url https://cafe.example/feed",
    mixinStandardHelpOptions = true,
    subcommands = FeedCommand.Parse.class)
final class FeedCommand extends CommandGroup {
  @Command(
      name = "parse",
      description = {
        "Prints an RSS, RDF, Atom or JSON feed as one JSON object.",
        "It is {\"feed\":{…},\"entries\":[{…}]}; times are RFC 3339 in UTC;",
        "summary and content are HTML as it came, not sanitised."
      },
      footer = {
        "  wordborne feed parse feed.xml --url https://cafe.example/feed",
        "  curl -s https://cafe.example/feed | wordborne feed parse - --content-type application/rss+xml"
      },
      mixinStandardHelpOptions = true)
  static final class Parse implements Callable<Integer> {
    private static final int LARGEST = 64_000_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The document, or - for standard input.")
    private String file = "-";

    @Option(
        names = "--url",
        paramLabel = "U",
        description = "Where it came from: the base of relative addresses.")
    private String url = "";

    @Option(
        names = "--content-type",
        paramLabel = "T",
        description = "The Content-Type header it came with.")
    private String contentType = "";

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try {
        out.println(FeedJson.write(FeedParser.parse(read(), contentType, url)));
      } catch (NotAFeedException none) {
        throw new CommandException(file + ": " + none.getMessage());
      }
      out.flush();
      return 0;
    }

    private byte[] read() {
      try {
        if (file.equals("-")) {
          return System.in.readNBytes(LARGEST);
        }
        Path path = Path.of(file);
        if (Files.size(path) > LARGEST) {
          throw new CommandException(file + ": larger than 64 MB, which no feed is");
        }
        return Files.readAllBytes(path);
      } catch (IOException unreadable) {
        throw new CommandException(file + ": cannot be read: " + reason(unreadable));
      }
    }

    private static String reason(IOException unreadable) {
      return unreadable instanceof java.nio.file.NoSuchFileException
          ? "there is no such file"
          : String.valueOf(unreadable.getMessage());
    }
  }
}

package org.wordborne.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wordborne.server.strategy.auction.AuctionLog;
import org.wordborne.server.strategy.auction.LogLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

@Command(
    name = "auction",
    description = "Sealed calls for offers, checked by anybody.",
    footer = "  wordborne auction verify log.jsonl",
    mixinStandardHelpOptions = true,
    subcommands = AuctionCommand.Verify.class)
final class AuctionCommand extends CommandGroup {
  private static final int FAILS = 2;
  private static final long MOST_BYTES = 8 << 20;

  @Command(
      name = "verify",
      description = {
        "Holds a sealed call to its rules by its log alone.",
        "Each line must follow from the one before,",
        "no bid came late, each opened amount is the one committed to, and the result follows.",
        "Prints {\"valid\",\"winner\",\"price\",\"checks\":[{\"name\",\"holds\",\"text\"}]}."
      },
      footer = "  wordborne auction verify log.jsonl",
      exitCodeList = {
        "0:All of it holds.",
        "2:Something does not, or bad input: one line on standard error says what.",
        "1:A fault of ours."
      },
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "LOG", description = "The log, as the call's public page gives it.")
    private Path log = Path.of("log.jsonl");

    @Override
    public Integer call() throws IOException {
      var verified = AuctionLog.verify(read());
      var err = spec.commandLine().getErr();
      for (var check : verified.checks()) {
        err.printf("%-9s %s   %s%n", check.name(), check.holds() ? "holds" : "fails", check.text());
      }
      err.flush();
      var out = spec.commandLine().getOut();
      out.println(ServerConnection.JSON.writeValueAsString(verified));
      out.flush();
      return verified.valid() ? 0 : FAILS;
    }

    private List<LogLine> read() throws IOException {
      try {
        if (Files.size(log) > MOST_BYTES) {
          throw new CommandException(log + ": a log has at most 8 MB");
        }
        var lines = new ArrayList<LogLine>();
        int number = 0;
        for (String line : Files.readAllLines(log)) {
          number++;
          if (!line.isBlank()) {
            lines.add(line(number, line));
          }
        }
        return lines;
      } catch (NoSuchFileException missing) {
        throw new CommandException(log + ": there is no such file");
      } catch (CharacterCodingException broken) {
        throw new CommandException(log + ": this is no text as UTF-8");
      }
    }

    private LogLine line(int number, String text) {
      try {
        LogLine line = ServerConnection.JSON.readValue(text, LogLine.class);
        if (line.deed() == null
            || line.at() == null
            || line.prev() == null
            || line.hash() == null) {
          throw new CommandException(log + ", line " + number + ": a field is missing");
        }
        return line;
      } catch (JacksonException | NullPointerException broken) {
        throw new CommandException(log + ", line " + number + ": this is no line of a call's log");
      }
    }
  }
}

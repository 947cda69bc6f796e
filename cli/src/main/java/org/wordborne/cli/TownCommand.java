package org.wordborne.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.wordborne.town.LoadRun;
import org.wordborne.town.Town;
import org.wordborne.town.TownOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/* Alderwick in a process of its own: for tests, for load, and to look around. */
@Command(
    name = "town",
    description = {
      "Runs the simulated town of Alderwick, with its channels on loopback.",
      "It lives until it is stopped, and prints {\"ready\":true,\"url\",\"pid\",\"mail\",\"places\"}. With",
      "--generate it prints posts and ends; with --rate it pushes load to a webhook and prints",
      "{\"sent\",\"refused\",\"seconds\"}."
    },
    footer = {
      "  wordborne town --generate 100000 > posts.jsonl",
      "  wordborne town --port-base 9100 --speed 60",
      "  wordborne town --rate 100 --seconds 30 --to http://127.0.0.1:8080/hooks/… --secret whsec_…"
    },
    exitCodeList = {
      "0:Done, or stopped.",
      "2:Bad usage: one line on standard error says what.",
      "1:A part of the load was refused, or a fault of ours."
    },
    mixinStandardHelpOptions = true)
final class TownCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port-base",
      paramLabel = "PORT",
      description = "First of eleven ports: control, then one a place; 0 takes free ones.")
  private int portBase;

  @Option(names = "--seed", paramLabel = "N", description = "Which town; 7 if not given.")
  private long seed = 7;

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "How many times faster than life; 1 if not given.")
  private double speed = 1;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Whose hours the town keeps; yours if not given.")
  private ZoneId zone = ZoneId.systemDefault();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where the town keeps its diary; a new temporary folder if not given.")
  private Path folder = Path.of("");

  @Option(
      names = "--history-days",
      paramLabel = "DAYS",
      description = "Days of past before it was founded; 28 if not given.")
  private int historyDays = 28;

  @Option(
      names = "--history-out",
      paramLabel = "FILE",
      description = "Writes the past there, in the import format.")
  private Path historyOut = Path.of("");

  @Option(
      names = "--generate",
      paramLabel = "N",
      description = "Prints N posts in the import format and ends.")
  private long generate;

  @Option(
      names = "--rate",
      paramLabel = "POSTS",
      description = "Load instead of a town: so many posts a second to --to, signed with --secret.")
  private double rate;

  @Option(names = "--to", paramLabel = "URL", description = "The webhook that takes the load.")
  private URI to = URI.create("");

  @Option(names = "--secret", paramLabel = "whsec_…", description = "The webhook's secret.")
  private String secret = "";

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long the load lasts; 60 if not given.")
  private int seconds = 60;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (generate > 0) {
      PrintWriter out = spec.commandLine().getOut();
      Town.generate(seed, generate).forEach(line -> out.append(line).append('\n'));
      out.flush();
      return 0;
    }
    return rate > 0 ? load() : live();
  }

  private int load() throws InterruptedException {
    if (to.toString().isEmpty() || secret.isEmpty()) {
      throw new CommandException("--rate needs --to URL and --secret whsec_…");
    }
    var done = LoadRun.run(seed, to, secret, rate, seconds);
    print(
        "{\"sent\":%d,\"refused\":%d,\"seconds\":%.2f}"
            .formatted(done.sent(), done.refused(), done.seconds()));
    return done.refused() == 0 ? 0 : 1;
  }

  private int live() throws IOException, InterruptedException {
    var place = folder.toString().isEmpty() ? Files.createTempDirectory("town") : folder;
    try (var town = Town.open(options(place))) {
      if (!historyOut.toString().isEmpty()) {
        Files.write(historyOut, (Iterable<String>) town.historyLines()::iterator);
      }
      town.start();
      var closing = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(closing::countDown));
      print(
          "{\"ready\":true,\"url\":\"%s\",\"pid\":%d,\"mail\":\"127.0.0.1:%d\",\"places\":%s}"
              .formatted(
                  town.controlUrl(),
                  ProcessHandle.current().pid(),
                  town.mailPort(),
                  town.placesJson()));
      closing.await();
    } catch (IllegalStateException | IllegalArgumentException wrong) {
      throw new CommandException(String.valueOf(wrong.getMessage()));
    }
    return 0;
  }

  private TownOptions options(Path place) {
    return new TownOptions(seed, place, zone, InstantSource.system(), portBase, speed, historyDays);
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}

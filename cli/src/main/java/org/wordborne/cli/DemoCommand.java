package org.wordborne.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.town.Town;
import org.wordborne.town.TownOptions;
import org.wordborne.town.TownPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `wordborne demo`: the town and a server that listens to it, in one JVM.
@Command(
    name = "demo",
    description = {
      "Opens a living town: the whole product on sample data, no set-up.",
      "When it is ready it prints {\"ready\":true,\"url\",\"pid\"}, with an address that signs in as Ines."
    },
    footer = {
      "  wordborne demo --open",
      "  wordborne demo --fresh --zone Europe/Berlin --speed 10"
    },
    exitCodeList = {
      "0:Stopped.",
      "2:It cannot start: one line on standard error says why and what to do.",
      "1:A fault of ours."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final Duration FIRST_STORY = Duration.ofMinutes(4);
  private static final int FIRST_PORT = 8080;
  private static final int LAST_PORT = 8180;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the demo is kept between runs (default: ~/.wordborne/demo).")
  @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the pages (default: the first free one from 8080).")
  int port = -1;

  @Option(names = "--fresh", description = "Begin anew: the kept town and its words are erased.")
  boolean fresh;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which town (default: ${DEFAULT-VALUE}).")
  long seed = 7;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone the town lives by (default: yours), as in Europe/Berlin.")
  ZoneId zone = ZoneId.systemDefault();

  @Option(
      names = "--speed",
      paramLabel = "X",
      description = "How much faster than life it speaks (default: 1).")
  double speed = 1;

  @Option(
      names = "--play",
      paramLabel = "STORY",
      description = "Let a story befall the town from the start: bad-word, a false claim.")
  @Nullable String play;

  @Option(names = "--open", description = "Open the page in the browser.")
  boolean open;

  @Override
  public Integer call() throws Exception {
    if (port > ServeCommand.MOST_PORT || speed <= 0) {
      throw new CommandException(
          port > ServeCommand.MOST_PORT
              ? "--port " + port + ": a port from 0 to 65535 is needed"
              : "--speed " + speed + ": a number above 0 is needed");
    }
    Path folder = data == null ? ConnectionOptions.usualFolder().resolve("demo") : data;
    if (fresh) {
      erase(folder);
    }
    Files.createDirectories(folder);
    var options =
        TownOptions.in(folder.resolve("town")).withSeed(seed).withZone(zone).withSpeed(speed);
    try (Town town = Town.open(options)) {
      List<TownPlace> places = town.start();
      try (RunningServer server = ServerProcess.start(serverOptions(folder, town))) {
        try (var api = ServerConnection.to(server)) {
          var demo = new DemoSetUp(api, town, places, folder);
          demo.run();
          demo.circle();
        }
        town.playAfter("insignificant", FIRST_STORY);
        if (play != null) {
          befall(town, play);
        }
        ServeCommand.sayReady(server, System.out);
        if (open) {
          Browser.open(server.address());
        }
        server.await();
      }
    }
    return 0;
  }

  private void befall(Town town, String story) {
    try {
      town.play(story, speed);
    } catch (IllegalArgumentException unknown) {
      throw new CommandException("--play: " + unknown.getMessage());
    }
  }

  private ServerOptions serverOptions(Path folder, Town town) throws IOException {
    return ServerOptions.at(folder)
        .withDemo()
        .withPort(port >= 0 ? port : firstFreePort())
        .withAllowPrivate(DemoSetUp.neighbours(town))
        .withBeacons(List.of(beacon(folder, town)));
  }

  private static Path beacon(Path folder, Town town) throws IOException {
    return Files.writeString(folder.resolve("town").resolve("beacon.json"), town.beaconChain());
  }

  private static int firstFreePort() throws IOException {
    for (int candidate = FIRST_PORT; candidate <= LAST_PORT; candidate++) {
      try (var probe = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        continue;
      }
    }
    throw new CommandException(
        "no port from %d to %d is free; name one by --port".formatted(FIRST_PORT, LAST_PORT));
  }

  /* Only a folder that a demo made is erased. */
  private static void erase(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.exists(folder.resolve("town"))) {
      throw new CommandException(
          folder + " holds no town: --fresh erases only what a demo made; choose another --data");
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

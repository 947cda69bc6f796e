package org.wordborne.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.town.Town;
import org.wordborne.town.TownOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Does once what a server does at its start and in its first minute, so that the launcher can keep
/// the loaded classes of that run for the next start. Run by the launcher after a build.
@Command(name = "train", hidden = true, mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  private static final int WORDS = 500;

  @Option(names = "--data", required = true, description = "A scratch folder.")
  @Nullable Path data;

  @Override
  public Integer call() throws IOException {
    Path folder = Path.of(String.valueOf(data));
    try (Town town = Town.open(TownOptions.in(folder.resolve("town")).withHistoryDays(1))) {
      town.start();
      ServerOptions options = ServerOptions.at(folder).withPort(0).withDemo();
      try (RunningServer server = ServerProcess.start(options);
          ServerConnection api = ServerConnection.to(server)) {
        firstMinute(api);
      }
    }
    return 0;
  }

  private static void firstMinute(ServerConnection api) throws IOException {
    api.post(
        "/topics",
        Map.of("name", "Lantern", "query", "lantern", "never", List.of(), "hide", List.of()));
    String lines = Town.generate(1, WORDS).collect(Collectors.joining("\n"));
    try (InputStream progress =
        api.stream("POST", "/imports", "application/x-ndjson", BodyPublishers.ofString(lines))) {
      progress.readAllBytes();
    }
    for (String page :
        List.of("/session", "/status", "/now", "/mentions?query=lantern", "/conversations")) {
      api.get(page);
    }
    for (String page : List.of("/people", "/topics", "/sources", "/channels", "/members")) {
      api.get(page);
    }
  }
}

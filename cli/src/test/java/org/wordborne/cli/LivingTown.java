package org.wordborne.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.town.Town;
import org.wordborne.town.TownOptions;
import org.wordborne.town.TownPlace;
import tools.jackson.databind.JsonNode;

/// What `wordborne demo` opens, in this JVM and on a folder of its own: the town and its server.
public final class LivingTown implements AutoCloseable {
  private final Path folder;
  private final Town town;
  private final List<TownPlace> places;
  private final RunningServer server;
  private final ServerConnection api;
  private boolean weeksTold;

  /// Opens a town with so many days of past; returns when the address could be printed.
  public LivingTown(int historyDays) {
    this(historyDays, InstantSource.system());
  }

  /// The same by a clock of one's own, for town and server alike.
  public LivingTown(int historyDays, InstantSource clock) {
    try {
      folder = Files.createTempDirectory("wordborne-story");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    town =
        Town.open(
            TownOptions.in(folder.resolve("town")).withClock(clock).withHistoryDays(historyDays));
    places = town.start();
    server =
        ServerProcess.start(
            ServerOptions.at(folder)
                .withClock(clock)
                .withBeacons(List.of(beacon()))
                .withDemo()
                .withPort(0)
                .withAllowPrivate(DemoSetUp.neighbours(town)));
    api = ServerConnection.to(server);
    new DemoSetUp(api, town, places, folder).run();
  }

  private Path beacon() {
    try {
      return Files.writeString(folder.resolve("beacon.json"), town.beaconChain());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /// What the server answers to a program with the machine's own token that reads this address; of
  /// an answer without end only its beginning is read.
  public int status(String address) throws IOException, InterruptedException {
    var asked =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + server.token())
            .timeout(Duration.ofSeconds(60))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(asked, BodyHandlers.ofInputStream());
      answer.body().close();
      http.shutdownNow();
      return answer.statusCode();
    }
  }

  /// Lets people of the town enter a contest, so many times faster than in half a minute.
  public boolean playContest(String page, String tag, double speed) {
    return town.playContest(URI.create(page), tag, speed);
  }

  /// Lays down twelve weeks of past, once: topics of small matters, wishes and rivals, and what was
  /// said of them. Returns when index and followers have read all of it.
  public synchronized void weeks(int count) {
    if (count != 12) {
      throw new IllegalArgumentException("the town tells of 12 weeks, asked for " + count);
    }
    if (!weeksTold) {
      new DemoWeeks(api, town).run();
      weeksTold = true;
    }
    var end = InstantSource.system().instant().plusSeconds(120);
    while (behind() > 0) {
      if (InstantSource.system().instant().isAfter(end)) {
        throw new IllegalStateException("followers are behind after two minutes");
      }
      sleep();
    }
  }

  private long behind() {
    JsonNode status = api.get("/status");
    return status.path("indexBehind").asLong() + status.path("followersBehind").asLong();
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// The past of the mending shop that 24 people speak of, in the import format.
  public List<String> smallPast() {
    return town.past("small").toList();
  }

  /// Where a person begins: with the one-time code in the fragment.
  public String address() {
    return server.address();
  }

  /// Where the pages are, without a slash at the end.
  public String url() {
    return server.url();
  }

  /// The front page of a place of the town.
  public String homeOf(String place) {
    return places.stream().filter(p -> p.name().equals(place)).findFirst().orElseThrow().url();
  }

  /// Asks the API for `path`, as the owner.
  public JsonNode get(String path) {
    return api.get(path);
  }

  /// Sends `body` to `path` of the API, as the owner.
  public JsonNode post(String path, Map<String, ?> body) {
    return api.post(path, body);
  }

  /// Puts `body` at `path` of the API, as the owner.
  public JsonNode put(String path, Map<String, ?> body) {
    return api.send("PUT", path, body);
  }

  /// Takes what stands at `path` of the API away, as the owner.
  public void delete(String path) {
    api.send("DELETE", path, null);
  }

  /// The word of a story that is called so, as the town's books have it; missing until it is said.
  public JsonNode played(String story, String label) {
    for (JsonNode one : ServerConnection.JSON.readTree(town.incidents())) {
      for (JsonNode word : one.path("words")) {
        if (one.path("story").asString().equals(story)
            && word.path("label").asString().equals(label)) {
          return word;
        }
      }
    }
    return ServerConnection.JSON.missingNode();
  }

  /// How an outsider listens to a place of the town.
  public TownPlace place(String name) {
    return places.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  /// Lets a story befall the town, in its own time.
  public void play(String story) {
    play(story, 1);
  }

  /// The same, so many times faster than life.
  public void play(String story, double speed) {
    town.play(story, speed);
  }

  /// What the town's control address shows at `path`: its books, its mail, its telexes.
  public String books(String path) {
    try (var http = java.net.http.HttpClient.newHttpClient()) {
      var ask = java.net.http.HttpRequest.newBuilder(town.controlUrl().resolve(path)).build();
      return http.send(ask, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    api.close();
    server.close();
    town.close();
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }
}

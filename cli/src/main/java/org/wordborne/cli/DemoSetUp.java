package org.wordborne.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wordborne.server.workspace.Brand;
import org.wordborne.town.Town;
import org.wordborne.town.TownPlace;
import tools.jackson.databind.JsonNode;

/// Makes the server the Lantern's: its name, its topics, a source for each place of the town, and
/// the town's past in them. It uses the API as any program would, and runs at each start: what is
/// there stays as it is.
final class DemoSetUp {
  /// Whom the town's words are about.
  static final Brand BRAND =
      new Brand(
          "Lantern",
          List.of("Lantern Café", "lanten", "Laterne"),
          "Alderwick",
          List.of("lantern parade", "lantern festival"),
          List.of("lantern.example"),
          true);

  private static final String HARM = "Rats and inspectors";
  private static final String HARM_QUERY =
      "(lantern OR laterne) NEAR/9 (rat OR rats OR inspect* OR ratte*)";
  private static final Duration WAITS = Duration.ofHours(10);

  private final ServerConnection api;
  private final Town town;
  private final List<TownPlace> places;
  private final DemoSecrets secrets;

  DemoSetUp(ServerConnection api, Town town, List<TownPlace> places, Path folder) {
    this.api = api;
    this.town = town;
    this.places = places.stream().filter(TownPlace::listed).toList();
    this.secrets = new DemoSecrets(folder);
  }

  void run() {
    if (!secrets.complete()) {
      System.err.println("wordborne: laying down 28 days of the town's past …");
      name();
      begin();
      topics().forEach(this::listenFor);
      Map<String, List<String>> past = past();
      places.forEach(this::listenTo); // All of them first: their accounts tell our own words.
      for (TownPlace place : places) {
        layDown(listenTo(place), past.getOrDefault(place.name(), List.of()));
      }
      secrets.complete(true);
    }
    places.stream().filter(DemoSetUp::pushes).forEach(this::connect);
    letOut();
  }

  /// More than a first look needs: the circle of work, twelve weeks of it.
  void circle() {
    new DemoCircle(api, town, secrets).run();
  }

  /// Every address of the town that its server must reach: places, post office, telex.
  static List<String> neighbours(Town town) {
    var all = new ArrayList<String>();
    town.places().forEach(place -> all.add("127.0.0.1:" + place.port()));
    all.add("127.0.0.1:" + town.mailPort());
    all.add("127.0.0.1:" + town.telexUrl().getPort());
    return all;
  }

  /* The post office has another port at each start; the telex keeps its own. */
  private void letOut() {
    api.send(
        "PUT",
        "/mail",
        Map.of(
            "host", "127.0.0.1",
            "port", town.mailPort(),
            "tls", "none",
            "from", "alarms@lantern.example",
            "fromName", "Wordborne"));
    if (api.get("/hooks-out").path("hooks").isEmpty()) {
      String url = town.telexUrl().toString();
      JsonNode made = api.post("/hooks-out", Map.of("name", "telex", "url", url));
      String id = made.path("hook").path("id").asString();
      secrets.keep("telex out", id, made.path("secret").asString());
      listenFor(HARM, HARM_QUERY);
      watch();
    }
  }

  /* The café's standing worry: whoever says "rats" wakes Ines, then Ruth. */
  private void watch() {
    JsonNode topic = Lines.named(api.get("/topics").path("topics"), HARM, "topic");
    String id = topic.path("id").asString();
    var steps =
        List.of(
            Map.of("afterSeconds", 0, "to", List.of("ines@lantern.example", "hook:telex")),
            Map.of("afterSeconds", 300, "to", List.of("ruth@lantern.example", "hook:telex")));
    api.send("PUT", "/topics/" + id + "/tale", Map.of("on", true, "line", 120));
    api.post("/watch/rules", Map.of("topicId", id, "what", "burst", "steps", steps));
    api.post(
        "/watch/rules",
        Map.of("topicId", id, "what", "pass", "line", 120, "chance", 0.2, "steps", steps));
  }

  private void name() {
    api.send(
        "PUT",
        "/workspace",
        Map.of(
            "name",
            "Lantern, Alderwick",
            "brand",
            BRAND.name(),
            "names",
            BRAND.names(),
            "place",
            BRAND.place(),
            "notConfused",
            BRAND.notConfused(),
            "homes",
            BRAND.homes()));
  }

  /* Nobody answered the town's past; only its last hours wait, as on any morning. */
  private void begin() {
    Instant at = InstantSource.system().instant().minus(WAITS);
    api.send("PUT", "/conversations/beginning", Map.of("at", at.toString()));
  }

  private void listenFor(String name, String query) {
    for (JsonNode topic : api.get("/topics").path("topics")) {
      if (topic.path("name").asString("").equals(name)) {
        return;
      }
    }
    api.post(
        "/topics",
        Map.of(
            "name",
            name,
            "query",
            query,
            "never",
            List.of("jobs", "coupons"),
            "hide",
            List.of("spam")));
  }

  /// The id of the source that hears `place`; it is added unless an earlier start did.
  private String listenTo(TownPlace place) {
    for (JsonNode source : api.get("/sources").path("sources")) {
      if (source.path("name").asString("").equals(place.name())) {
        return source.path("id").asString();
      }
    }
    JsonNode made =
        api.post(
            "/sources",
            Map.of(
                "kind", place.kind(),
                "name", place.name(),
                "settings", settings(place),
                "everything", false));
    String id = made.path("source").path("id").asString();
    if (pushes(place)) {
      secrets.keep(place.name(), id, made.path("secret").asString());
    }
    return id;
  }

  private static Map<String, String> settings(TownPlace place) {
    return switch (place.kind()) {
      case "webhook" -> Map.of("answerUrl", place.answerUrl());
      case "wordpress" ->
          Map.of("url", place.url(), "username", place.username(), "password", place.password());
      default -> Map.of("url", place.feedUrl());
    };
  }

  private Map<String, List<String>> past() {
    return town.historyLines()
        .collect(
            Collectors.groupingBy(
                line -> ServerConnection.JSON.readTree(line).path("source").asString("")));
  }

  private void layDown(String source, List<String> lines) {
    byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    String path = "/imports?name=past&matching=true&source=" + source;
    try (InputStream progress =
        api.stream("POST", path, "application/x-ndjson", BodyPublishers.ofByteArray(body))) {
      progress.readAllBytes();
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  /// The port of the pages may be another one today, so the place is told the address anew.
  private void connect(TownPlace place) {
    String hook = api.url() + "/hooks/" + secrets.source(place.name());
    town.connect(place.name(), URI.create(hook), secrets.secret(place.name()));
  }

  private static boolean pushes(TownPlace place) {
    return place.kind().equals("webhook");
  }

  static Map<String, String> topics() {
    var topics = new LinkedHashMap<String, String>();
    topics.put(
        "The Lantern",
        "(lantern OR lanten OR laterne OR mirela) -\"lantern parade\" -\"lantern festival\""
            + " -\"lantern walk\" -laternenumzug -laternenfest");
    topics.put("Oat milk", "\"oat milk\" OR oatmilk OR hafermilch OR haferdrink");
    topics.put(HARM, HARM_QUERY);
    topics.put(
        "The rumour that we close",
        "(lantern OR laterne) NEAR/9 (clos* OR shut* OR lease OR schließ* OR zumach*)");
    return topics;
  }
}

package org.wordborne.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wordborne.town.Town;
import tools.jackson.databind.JsonNode;

/// Lays the town's twelve weeks down in a server: the matters people spoke of as topics, and what
/// they said, in the sources of its places, which must be there.
final class DemoWeeks {
  private static final Map<String, String> TOPICS = topics();

  private final ServerConnection api;
  private final Town town;

  DemoWeeks(ServerConnection api, Town town) {
    this.api = api;
    this.town = town;
  }

  /// Does it; topics that are there stay as they are, and the same words are taken once.
  void run() {
    List<String> known = api.get("/topics").path("topics").findValuesAsString("name");
    TOPICS.forEach(
        (name, query) -> {
          if (!known.contains(name)) {
            api.post(
                "/topics",
                Map.of("name", name, "query", query, "never", List.of(), "hide", List.of("spam")));
          }
        });
    Map<String, List<String>> bySource =
        town.past("circle")
            .collect(
                Collectors.groupingBy(
                    line -> ServerConnection.JSON.readTree(line).path("source").asString("")));
    JsonNode sources = api.get("/sources").path("sources");
    bySource.forEach(
        (place, lines) ->
            layDown(Lines.named(sources, place, "source").path("id").asString(), lines));
  }

  private void layDown(String source, List<String> lines) {
    byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    String path = "/imports?name=twelve-weeks&matching=true&source=" + source;
    try (InputStream progress =
        api.stream("POST", path, "application/x-ndjson", BodyPublishers.ofByteArray(body))) {
      progress.readAllBytes();
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  private static Map<String, String> topics() {
    var topics = new LinkedHashMap<String, String>();
    topics.put("The fern corner", "fern OR ferns OR farn* OR farne");
    topics.put("Delivery by scooter", "scooter* OR roller");
    topics.put("A café in Northbank", "northbank NEAR/12 (second OR zweites OR café OR cafe)");
    topics.put("The terrace", "terrace*");
    topics.put("The mural", "mural*");
    topics.put("The stove", "stove*");
    topics.put("Postcards", "postcard*");
    topics.put("Pancakes", "pancake*");
    topics.put("Toasties", "toastie*");
    topics.put("Quilts", "quilt*");
    topics.put("The piano", "piano*");
    topics.put("Blue Cup", "\"blue cup\"");
    topics.put("Mill Lane Coffee", "\"mill lane coffee\" OR \"at mill lane\" OR \"im mill lane\"");
    return topics;
  }
}

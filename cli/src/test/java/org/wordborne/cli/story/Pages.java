package org.wordborne.cli.story;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Every page there is, by its name and its address, and what must be there before it is judged.
final class Pages {
  /// @param path where it is
  /// @param shown a part that stands only when the page's own words have come
  record Place(String path, String shown) {}

  private Pages() {}

  static Map<String, Place> of(Stage stage) {
    String talk =
        stage
            .town
            .get("/conversations?state=open")
            .path("conversations")
            .path(0)
            .path("id")
            .asString();
    String person =
        stage.town.get("/people?sort=words").path("people").path(0).path("id").asString();
    JsonNode topic = stage.town.get("/topics").path("topics").path(0);
    var places = new LinkedHashMap<String, Place>();
    places.put("now", new Place("/now", ".qrow"));
    places.put("listen", new Place("/listen?query=lantern", ".stream .cut"));
    places.put("conversations", new Place("/conversations", ".qitem"));
    places.put("conversation", new Place("/conversations/" + talk, ".thread .say"));
    places.put("spread", new Place("/spread", ".rule"));
    places.put("people", new Place("/people", ".people-table"));
    places.put("person", new Place("/people/" + person, ".person-main .cut"));
    places.put("topics", new Place("/topics", ".topic-table"));
    places.put("topic", new Place("/topics/" + topic.path("id").asString(), ".topic-side .cut"));
    places.put("sources", new Place("/sources", ".sources-table"));
    places.put("add", new Place("/sources/add", ".kind"));
    places.put("results", new Place("/results", ".res-heard"));
    places.put("first-run", new Place("/first-run", ".first-form"));
    return places;
  }
}

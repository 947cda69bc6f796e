package org.wordborne.server.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wordborne.server.source.Imports.Order;
import org.wordborne.server.topic.TopicDraft;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Scope;
import tools.jackson.databind.json.JsonMapper;

/// Lays a sample's words into a workspace made for it: a resting source for each of its places, so
/// that nothing is ever asked of anybody.
@Component
public class SampleWords {
  private final Topics topics;
  private final SourceDesk desk;
  private final Imports imports;

  SampleWords(Topics topics, SourceDesk desk, Imports imports) {
    this.topics = topics;
    this.desk = desk;
    this.imports = imports;
  }

  /// Fills an empty workspace and returns when all of it can be found.
  public void fill(Scope scope, Sample sample, Instant until, ZoneId zone)
      throws InterruptedException {
    sample
        .topics()
        .forEach(
            (name, query) ->
                topics.create(
                    scope,
                    new TopicDraft(name, query, List.of("jobs", "coupons"), List.of("spam"))));
    Map<String, List<String>> byPlace =
        sample
            .lines(until, zone)
            .collect(
                Collectors.groupingBy(SampleWords::place, LinkedHashMap::new, Collectors.toList()));
    int left = byPlace.size();
    for (var place : byPlace.entrySet()) {
      left--;
      lay(scope, place.getKey(), place.getValue(), left == 0);
    }
  }

  private static String place(String line) {
    return JsonMapper.shared().readTree(line).path("source").asString("");
  }

  private void lay(Scope scope, String place, List<String> lines, boolean last)
      throws InterruptedException {
    Source source = desk.add(scope, new SourceDraft("webhook", place, Map.of(), false)).source();
    desk.pause(scope, source.id(), true);
    byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    try (var in = new ByteArrayInputStream(body)) {
      imports.run(scope, new Order(place, true, source, null, last), in, _ -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

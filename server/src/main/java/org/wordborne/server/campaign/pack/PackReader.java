package org.wordborne.server.campaign.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/* Reads packs, strictly: a key that is not known might have been meant to say something. */
final class PackReader {
  private static final Set<String> LEVELS = Set.of("block", "must", "warn", "ask", "info");
  private static final Set<String> SOFT = Set.of("warn", "ask");
  private static final Set<String> REMEDIES =
      Set.of("excludeRegion", "addFreeRoute", "lowerValue", "moveStart");
  private static final Set<String> ANCHORS =
      Set.of("advertised", "start", "end", "draw", "award", "yearEnd");
  private static final Set<String> EVIDENCE = Set.of("file", "number", "date", "signature");
  private static final int MOST_DAYS = 3_660;
  private final Map<String, PackSource> sources = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  private PackReader() {}

  static Pack read(JsonNode json) throws PackException {
    return new PackReader().pack(json);
  }

  private Pack pack(JsonNode json) throws PackException {
    Fields.only(
        json,
        "pack",
        "$schema",
        "jurisdiction",
        "parent",
        "version",
        "validFrom",
        "validTo",
        "languages",
        "sources",
        "rules",
        "tests");
    String place = Fields.text(json, "pack", "jurisdiction");
    if (!place.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?|platform:[a-z]+")) {
      throw new PackException("pack: jurisdiction '" + place + "' is like GB, US-NY, platform:x");
    }
    for (var source : Fields.object(json, "pack", "sources").properties()) {
      sources.put(source.getKey(), source(source.getKey(), source.getValue()));
    }
    var rules = new ArrayList<PackRule>();
    for (JsonNode rule : Fields.list(json, "pack", "rules")) {
      rules.add(rule(rule));
    }
    var tests = new ArrayList<Pack.Test>();
    for (JsonNode test : Fields.list(json, "pack", "tests")) {
      tests.add(test(test, "test " + (tests.size() + 1)));
    }
    return new Pack(
        place,
        json.has("parent") ? Fields.text(json, "pack", "parent") : null,
        Fields.text(json, "pack", "version"),
        Facts.day("validFrom", Fields.text(json, "pack", "validFrom")),
        optionalDay(json, "pack", "validTo"),
        List.copyOf(rules),
        List.copyOf(tests));
  }

  private static PackSource source(String id, JsonNode json) throws PackException {
    String at = "source " + id;
    Fields.only(json, at, "title", "url", "section", "readOn", "confidence", "reviewAfter");
    String mark = Fields.text(json, at, "confidence");
    if (!Set.of("A", "B", "C").contains(mark)) {
      throw new PackException(at + ": confidence '" + mark + "' is A, B or C");
    }
    return new PackSource(
        Fields.text(json, at, "title"),
        json.path("url").asString(""),
        json.path("section").asString(""),
        Facts.day(at + ", readOn", Fields.text(json, at, "readOn")),
        mark,
        optionalDay(json, at, "reviewAfter"));
  }

  private static @Nullable LocalDate optionalDay(JsonNode json, String at, String name)
      throws PackException {
    return json.has(name) ? Facts.day(at + ", " + name, Fields.text(json, at, name)) : null;
  }

  private PackRule rule(JsonNode json) throws PackException {
    String id = Fields.text(json, "a rule", "id");
    String at = "rule " + id;
    Fields.only(json, at, "id", "topic", "when", "appliesTo", "finding", "source");
    JsonNode finding = Fields.object(json, at, "finding");
    Fields.only(finding, at, "level", "text", "limit", "task", "clause", "remedy");
    String level = oneOf(at, "level", Fields.text(finding, at, "level"), LEVELS);
    PackSource source = source(json, at);
    if (source.confidence().equals("C") && !SOFT.contains(level)) {
      throw new PackException(at + ": mark C may only warn or ask, not " + level);
    }
    var rule =
        new PackRule(
            id,
            oneOf(at, "topic", Fields.text(json, at, "topic"), Set.copyOf(Pack.TOPICS)),
            Conditions.read(json.path("when"), at, ids),
            level,
            texts(finding, at, "text"),
            finding.has("limit") ? Conditions.limit(finding.get("limit"), at) : null,
            finding.has("task") ? task(finding.get("task"), at) : null,
            finding.path("clause").asString(""),
            remedies(finding, at),
            source);
    if (!ids.add(id)) {
      throw new PackException(at + ": there are two of that id");
    }
    return rule;
  }

  private PackSource source(JsonNode json, String at) throws PackException {
    String name = Fields.text(json, at, "source");
    PackSource source = sources.get(name);
    if (source == null) {
      throw new PackException(at + ": there is no source '" + name + "'");
    }
    return source;
  }

  private static List<String> remedies(JsonNode finding, String at) throws PackException {
    var remedies = new ArrayList<String>();
    for (JsonNode remedy : finding.path("remedy")) {
      remedies.add(oneOf(at, "remedy", remedy.asString(""), REMEDIES));
    }
    return List.copyOf(remedies);
  }

  private static PackRule.Task task(JsonNode json, String at) throws PackException {
    Fields.only(json, at + ", task", "title", "due", "evidence");
    JsonNode due = Fields.object(json, at + ", task", "due");
    Fields.only(due, at + ", due", "anchor", "days", "calendar");
    int days = due.path("days").asInt(0);
    if (Math.abs(days) > MOST_DAYS) {
      throw new PackException(at + ": " + days + " days are more than ten years");
    }
    return new PackRule.Task(
        texts(json, at, "title"),
        oneOf(at, "anchor", Fields.text(due, at, "anchor"), ANCHORS),
        days,
        oneOf(
            at,
            "calendar",
            due.path("calendar").asString("calendar"),
            Set.of("calendar", "business")),
        oneOf(at, "evidence", Fields.text(json, at, "evidence"), EVIDENCE));
  }

  /* A text for all languages, or one for each. */
  private static Map<String, String> texts(JsonNode json, String at, String name)
      throws PackException {
    JsonNode node = json.path(name);
    if (node.isMissingNode()) {
      return Map.of("en", at, "de", at);
    }
    if (node.isString()) {
      return Map.of("en", node.asString(), "de", node.asString());
    }
    Fields.only(node, at + ", " + name, "en", "de");
    return Map.of(
        "en", Fields.text(node, at + ", " + name, "en"),
        "de", Fields.text(node, at + ", " + name, "de"));
  }

  private static Pack.Test test(JsonNode json, String at) throws PackException {
    Fields.only(json, at, "facts", "expect");
    try {
      var expect = new ArrayList<String>();
      Fields.list(json, at, "expect").forEach(id -> expect.add(id.asString("")));
      return new Pack.Test(Facts.read(json.path("facts")), List.copyOf(expect));
    } catch (PackException wrong) {
      throw new PackException(at + ": " + wrong.getMessage());
    }
  }

  private static String oneOf(String at, String name, String value, Set<String> right)
      throws PackException {
    if (!right.contains(value)) {
      throw new PackException(
          "%s: %s '%s' is one of %s"
              .formatted(at, name, value, String.join(", ", right.stream().sorted().toList())));
    }
    return value;
  }
}

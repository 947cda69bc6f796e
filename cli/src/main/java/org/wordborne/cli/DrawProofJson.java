package org.wordborne.cli;

import java.util.ArrayList;
import java.util.List;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.Drawn;
import org.wordborne.effect.Place;
import org.wordborne.effect.Proof;
import tools.jackson.databind.JsonNode;

/// Reads a proof and a chain; a field that is not what it must be is an
/// IllegalArgumentException that names it.
final class DrawProofJson {
  private DrawProofJson() {}

  static Proof proof(JsonNode json) {
    if (!json.path("format").asString("").equals(Proof.FORMAT)) {
      throw new IllegalArgumentException("\"format\" must be \"" + Proof.FORMAT + "\"");
    }
    if (!json.path("chain").isObject()) {
      throw new IllegalArgumentException("\"chain\" must be an object");
    }
    boolean inside = json.has("list");
    return new Proof(
        text(json, "commitment"),
        text(json, "commitmentHash"),
        chain(json.path("chain")),
        number(json, "round"),
        text(json, "signature"),
        text(json, "secret"),
        new Drawn(
            text(json, "seed"),
            numbers(json.path("order")),
            places(json.path("winners"), true),
            places(json.path("alternates"), false)),
        (int) number(json, "refusedAfter"),
        inside ? lines(json.path("list")) : null,
        inside ? "" : text(json, "listFile"),
        inside ? "" : text(json, "listSha256"));
  }

  static BeaconChain chain(JsonNode json) {
    var relays = new ArrayList<String>();
    json.path("relays").forEach(relay -> relays.add(relay.asString("")));
    return new BeaconChain(
        text(json, "name"),
        text(json, "hash"),
        text(json, "publicKey"),
        number(json, "genesis"),
        (int) number(json, "period"),
        text(json, "scheme"),
        relays);
  }

  private static List<Integer> numbers(JsonNode all) {
    var numbers = new ArrayList<Integer>();
    for (var one : all) {
      numbers.add(whole(one, "order"));
    }
    return numbers;
  }

  private static List<Place> places(JsonNode all, boolean withPrize) {
    var places = new ArrayList<Place>();
    for (var one : all) {
      places.add(
          new Place(
              withPrize ? text(one, "prize") : "",
              whole(one.path("number"), "number"),
              text(one, "code")));
    }
    return places;
  }

  private static List<String> lines(JsonNode all) {
    var lines = new ArrayList<String>();
    for (var one : all) {
      lines.add(one.asString(""));
    }
    return lines;
  }

  private static String text(JsonNode json, String field) {
    if (!json.path(field).isString()) {
      throw new IllegalArgumentException("\"" + field + "\" must be a string");
    }
    return json.path(field).asString();
  }

  private static long number(JsonNode json, String field) {
    if (!json.path(field).canConvertToLong() || !json.path(field).isIntegralNumber()) {
      throw new IllegalArgumentException("\"" + field + "\" must be a whole number");
    }
    return json.path(field).asLong();
  }

  private static int whole(JsonNode value, String field) {
    if (!value.isInt()) {
      throw new IllegalArgumentException("\"" + field + "\" must be a whole number");
    }
    return value.asInt();
  }
}

package org.wordborne.server.campaign.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wordborne.server.workspace.Money;
import tools.jackson.databind.JsonNode;

/* Reads conditions and limits of a rule. */
final class Conditions {
  private static final List<String> SIGNS =
      List.of("is", "in", "over", "atLeast", "before", "exists");

  private Conditions() {}

  static Condition read(JsonNode json, String at, Set<String> earlier) throws PackException {
    if (json.isMissingNode()) {
      return new Condition.All(List.of());
    }
    if (json.has("all")) {
      Fields.only(json, at, "all");
      return new Condition.All(parts(json.get("all"), at, earlier));
    }
    if (json.has("any")) {
      Fields.only(json, at, "any");
      return new Condition.Any(parts(json.get("any"), at, earlier));
    }
    if (json.has("not")) {
      Fields.only(json, at, "not");
      return new Condition.Not(read(json.get("not"), at, earlier));
    }
    return compared(json, at, earlier);
  }

  private static List<Condition> parts(JsonNode json, String at, Set<String> earlier)
      throws PackException {
    var parts = new ArrayList<Condition>();
    for (JsonNode part : json) {
      parts.add(read(part, at, earlier));
    }
    return List.copyOf(parts);
  }

  private static Condition compared(JsonNode json, String at, Set<String> earlier)
      throws PackException {
    Fields.only(json, at, "fact", "is", "in", "over", "atLeast", "before", "exists");
    String fact = Fields.text(json, at, "fact");
    String sign =
        SIGNS.stream()
            .filter(json::has)
            .findFirst()
            .orElseThrow(
                () -> new PackException(at + ": '" + fact + "' is compared with " + SIGNS));
    if (json.size() != 2) {
      throw new PackException(at + ": '" + fact + "' is compared in one way");
    }
    JsonNode value = json.get(sign);
    if (fact.equals(Condition.In.FINDINGS)) {
      return findings(value, at, sign, earlier);
    }
    checkName(fact, at);
    return switch (sign) {
      case "is" -> new Condition.Is(fact, held(fact, value, at));
      case "in" -> new Condition.In(fact, several(fact, value, at));
      case "over" -> new Condition.Over(fact, line(value, at));
      case "atLeast" -> new Condition.AtLeast(fact, line(value, at));
      case "before" -> before(fact, value, at);
      default -> new Condition.Exists(fact, value.asBoolean(true));
    };
  }

  private static Condition findings(JsonNode value, String at, String sign, Set<String> earlier)
      throws PackException {
    if (!sign.equals("in")) {
      throw new PackException(at + ": findings are compared by 'in'");
    }
    var ids = new HashSet<Object>();
    for (JsonNode id : value) {
      if (!earlier.contains(id.asString(""))) {
        throw new PackException(at + ": no rule '" + id.asString("") + "' stands before it");
      }
      ids.add(id.asString());
    }
    return new Condition.In(Condition.In.FINDINGS, Set.copyOf(ids));
  }

  private static void checkName(String fact, String at) throws PackException {
    if (FactName.named(fact).isEmpty()) {
      throw new PackException(
          "%s: fact '%s' is unknown; is '%s' meant?".formatted(at, fact, FactName.near(fact)));
    }
  }

  private static Set<Object> several(String fact, JsonNode value, String at) throws PackException {
    var values = new HashSet<Object>();
    for (JsonNode one : value) {
      values.add(held(fact, one, at));
    }
    return Set.copyOf(values);
  }

  /* A word that the fact does not know would never hold. */
  private static Object held(String fact, JsonNode value, String at) throws PackException {
    Object plain = Facts.plain(fact, value);
    FactName name = FactName.named(fact).orElseThrow();
    if (!name.words().isEmpty() && !name.words().contains(plain.toString())) {
      throw new PackException(
          "%s: '%s' of %s is one of %s"
              .formatted(at, plain, fact, String.join(", ", name.words())));
    }
    return plain;
  }

  private static Condition before(String fact, JsonNode value, String at) throws PackException {
    String other = value.asString("");
    if (FactName.named(other).isEmpty()) {
      Facts.day(at + ", before", other);
    }
    return new Condition.Before(fact, other);
  }

  /* {"amount": 5000, "currency": "USD"}, "5000 USD", or a whole number. */
  private static Object line(JsonNode value, String at) throws PackException {
    if (value.isIntegralNumber()) {
      return value.asLong();
    }
    if (value.isObject()) {
      Fields.only(value, at, "amount", "currency");
      return money(
          at, value.path("amount").asString("") + " " + Fields.text(value, at, "currency"));
    }
    return money(at, value.asString(""));
  }

  private static Money money(String at, String text) throws PackException {
    return Facts.money(at, text);
  }

  static PackRule.Limit limit(JsonNode json, String at) throws PackException {
    Fields.only(json, at + ", limit", "fact", "atMost");
    String fact = Fields.text(json, at, "fact");
    checkName(fact, at);
    return new PackRule.Limit(fact, formula(json.path("atMost"), at));
  }

  private static Formula formula(JsonNode json, String at) throws PackException {
    if (json.isString()) {
      String text = json.asString();
      return FactName.named(text).isPresent()
          ? new Formula.Fact(text)
          : new Formula.Fixed(money(at, text));
    }
    Fields.only(json, at + ", limit", "min", "times", "share");
    if (json.has("min")) {
      var parts = new ArrayList<Formula>();
      for (JsonNode part : json.get("min")) {
        parts.add(formula(part, at));
      }
      return new Formula.Min(List.copyOf(parts));
    }
    JsonNode pair = json.has("times") ? json.get("times") : json.path("share");
    if (pair.size() != 2 || !pair.get(0).isNumber()) {
      throw new PackException(at + ": a limit is [number, fact]");
    }
    return new Formula.Times(new BigDecimal(pair.get(0).asString()), formula(pair.get(1), at));
  }
}

package org.wordborne.server.campaign.pack;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Money;
import tools.jackson.databind.JsonNode;

/// What is known of a promotion. What is not in here is not known, which is neither yes nor no.
///
/// Values are texts, whole numbers, true and false, and lists of texts; amounts and days are texts
/// (`5000 USD`, `2026-11-20`).
public final class Facts {
  private static final Pattern PLACE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
  private static final Pattern RATE =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) on (\\d{4}-\\d{2}-\\d{2})");
  private static final int LONGEST = 2_000;
  private final SortedMap<String, Object> values;

  private Facts(SortedMap<String, Object> values) {
    this.values = values;
  }

  /// Facts by name, each checked.
  ///
  /// @throws PackException if a name is unknown or a value does not fit it
  public static Facts of(Map<String, ?> given) throws PackException {
    var values = new TreeMap<String, Object>();
    for (var entry : given.entrySet()) {
      values.put(entry.getKey(), value(known(entry.getKey()), entry.getValue()));
    }
    return new Facts(values);
  }

  /// Reads a JSON object.
  ///
  /// @throws PackException if it is none, or as in [#of]
  public static Facts read(JsonNode json) throws PackException {
    if (!json.isObject()) {
      throw new PackException("facts are an object: {\"selection\": \"chance\", …}");
    }
    var given = new TreeMap<String, Object>();
    for (var entry : json.properties()) {
      given.put(entry.getKey(), plain(entry.getKey(), entry.getValue()));
    }
    return of(given);
  }

  /// What a JSON value is as a fact's value.
  ///
  /// @throws PackException if it is of no kind that facts have
  public static Object plain(String name, JsonNode value) throws PackException {
    if (value.isString()) {
      return value.asString();
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.asLong();
    }
    if (value.isArray()) {
      var list = new ArrayList<String>();
      for (JsonNode one : value) {
        if (!one.isString()) {
          throw wrong(name, one.toString(), "a list of texts");
        }
        list.add(one.asString());
      }
      return List.copyOf(list);
    }
    throw wrong(name, value.toString(), "a text, a whole number, true, false or a list of texts");
  }

  private static FactName known(String name) throws PackException {
    return FactName.named(name)
        .orElseThrow(
            () ->
                new PackException(
                    "fact '%s' is unknown; is '%s' meant?".formatted(name, FactName.near(name))));
  }

  /* The value in its one form. */
  private static Object value(FactName fact, Object given) throws PackException {
    return switch (fact.kind()) {
      case TEXT -> text(fact, given);
      case WORD -> word(fact, text(fact, given));
      case WORDS, PLACES -> words(fact, given);
      case PLACE -> place(fact, text(fact, given));
      case COUNT -> count(fact, given);
      case YES_NO -> {
        if (given instanceof Boolean) {
          yield given;
        }
        throw wrong(fact.name(), given, "true or false");
      }
      case MONEY -> money(fact.name(), text(fact, given)).text();
      case DAY -> day(fact.name(), text(fact, given)).toString();
      case RATE -> {
        if (RATE.matcher(text(fact, given)).matches()) {
          yield given;
        }
        throw wrong(fact.name(), given, "a number and a day: 1.31 on 2026-11-20");
      }
    };
  }

  private static String text(FactName fact, Object given) throws PackException {
    if (given instanceof String text && !text.isBlank() && text.length() <= LONGEST) {
      return text.strip();
    }
    throw wrong(fact.name(), given, "a text of 1 to 2,000 characters");
  }

  private static String word(FactName fact, String given) throws PackException {
    if (fact.words().isEmpty() || fact.words().contains(given)) {
      return given;
    }
    throw wrong(fact.name(), given, "one of " + String.join(", ", fact.words()));
  }

  private static List<String> words(FactName fact, Object given) throws PackException {
    if (!(given instanceof List<?> list)) {
      throw wrong(fact.name(), given, "a list");
    }
    var words = new ArrayList<String>();
    for (Object one : list) {
      String text = text(fact, one);
      words.add(fact.kind() == FactKind.PLACES ? place(fact, text) : word(fact, text));
    }
    return words.stream().distinct().sorted().toList();
  }

  private static String place(FactName fact, String given) throws PackException {
    if (PLACE.matcher(given).matches()) {
      return given;
    }
    throw wrong(fact.name(), given, "a country or a part of one, as GB or US-NY");
  }

  private static Long count(FactName fact, Object given) throws PackException {
    if (given instanceof Number number && number.longValue() >= 0) {
      return number.longValue();
    }
    throw wrong(fact.name(), given, "a whole number of 0 or more");
  }

  static Money money(String name, String text) throws PackException {
    try {
      return Money.of(name, text);
    } catch (BadInputException wrong) {
      throw wrong(name, text, "a number and a currency, as 5000 USD");
    }
  }

  static LocalDate day(String name, String text) throws PackException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException wrong) {
      throw wrong(name, text, "a day, as 2026-11-20");
    }
  }

  private static PackException wrong(String name, Object value, String right) {
    return new PackException("fact '%s' is %s; right is %s".formatted(name, value, right));
  }

  /// The value of a fact, if it is known.
  public Optional<Object> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// A text, or "" where it is not known.
  public String text(String name) {
    return get(name).map(Object::toString).orElse("");
  }

  /// The values of a list; none where it is not known.
  public List<String> list(String name) {
    if (values.get(name) instanceof List<?> list) {
      return list.stream().map(Object::toString).toList();
    }
    return List.of();
  }

  /// The amount of a fact, if it is known to be one.
  Optional<Money> money(String name) {
    try {
      return values.get(name) instanceof String text
          ? Optional.of(Money.of(name, text))
          : Optional.empty();
    } catch (BadInputException none) {
      return Optional.empty();
    }
  }

  /// The day of a fact, if it is known to be one.
  public Optional<LocalDate> day(String name) {
    try {
      return values.get(name) instanceof String text
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /// What one unit of a currency is worth in another, by the dated rate that stands in the facts.
  @Nullable BigDecimal rate(String from, String to) {
    if (from.equals(to)) {
      return BigDecimal.ONE;
    }
    var matcher = RATE.matcher(text("rate." + from + "." + to));
    return matcher.matches() ? new BigDecimal(matcher.group(1)) : null;
  }

  /// All of them, by name.
  public SortedMap<String, Object> values() {
    return new TreeMap<>(values);
  }

  /// The facts as a text that is the same for the same facts: a line each, by name.
  public String canonical() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + line(entry.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String line(Object value) {
    return value instanceof List<?> list
        ? list.stream()
            .map(one -> escaped(one).replace(",", "\\,"))
            .collect(Collectors.joining(","))
        : escaped(value);
  }

  private static String escaped(Object value) {
    return value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }
}

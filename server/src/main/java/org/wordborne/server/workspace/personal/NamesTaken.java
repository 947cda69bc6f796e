package org.wordborne.server.workspace.personal;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes somebody's names and addresses out of texts that others wrote: only they go, what stands
/// around them stays. So whoever calls themselves by words of the language harms nothing else.
///
/// A name is found as whole words, however its letters are composed and in whichever case; where a
/// script puts no blanks between words, anywhere. A single word of less than five letters is found
/// only behind an `@`: it stands in too many sentences that name nobody.
public final class NamesTaken {
  /// What stands in place of a name.
  public static final String GONE = "…";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONG_ENOUGH = 5;
  private static final String DENSE =
      "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}"
          + "\\p{IsMyanmar}";
  private static final String LETTER = "[[\\p{L}\\p{M}\\p{N}_]&&[^" + DENSE + "]]";
  private static final Pattern EDGE = Pattern.compile(LETTER);
  private static final Pattern DENSELY = Pattern.compile("[" + DENSE + "]");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+");

  private final List<String> names;
  private final @Nullable Pattern pattern;

  private NamesTaken(List<String> names) {
    this.names = names;
    this.pattern =
        names.isEmpty()
            ? null
            : Pattern.compile(
                names.stream().map(NamesTaken::pattern).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// The names and addresses of a person.
  public static NamesTaken of(Subject subject) {
    return of(
        java.util.stream.Stream.concat(subject.names().stream(), subject.mails().stream())
            .toList());
  }

  /// These names, the longest first.
  public static NamesTaken of(Collection<String> names) {
    return new NamesTaken(
        names.stream()
            .map(NamesTaken::composed)
            .map(name -> BLANKS.matcher(name).replaceAll(" ").strip())
            .map(name -> name.startsWith("@") ? name.substring(1) : name)
            .filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String pattern(String name) {
    String first = name.substring(0, name.offsetByCodePoints(0, 1));
    String last = name.substring(name.offsetByCodePoints(name.length(), -1));
    String words =
        BLANKS.splitAsStream(name).map(Pattern::quote).collect(Collectors.joining("[\\s\\p{Z}]+"));
    String before = EDGE.matcher(first).matches() ? "(?<!" + LETTER + ")" : "";
    String after = EDGE.matcher(last).matches() ? "(?!" + LETTER + ")" : "";
    String called = isShort(name) ? "(?<=@)" : before;
    return called + words + after;
  }

  private static boolean isShort(String name) {
    int dense = (int) DENSELY.matcher(name).results().count();
    return name.indexOf(' ') < 0 && name.length() + 2 * dense < LONG_ENOUGH;
  }

  /// Whether there is nothing to look for.
  public boolean isEmpty() {
    return pattern == null;
  }

  /// Whether a text holds one of them.
  public boolean areIn(String text) {
    return pattern != null && pattern.matcher(composed(text)).find();
  }

  /// A text without them; the same text where it holds none.
  public String outOf(String text) {
    if (pattern == null || text.isEmpty()) {
      return text;
    }
    Matcher found = pattern.matcher(composed(text));
    return found.find() ? found.replaceAll(Matcher.quoteReplacement(GONE)) : text;
  }

  /// JSON without them, also where a value is JSON itself; names of fields stay as they are.
  public @Nullable String outOfJson(@Nullable String json) {
    if (json == null || pattern == null) {
      return json;
    }
    JsonNode before = JSON.readTree(json);
    JsonNode after = outOf(before);
    return after.equals(before) ? json : after.toString();
  }

  private JsonNode outOf(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode made = JSON.createObjectNode();
      object.properties().forEach(field -> made.set(field.getKey(), outOf(field.getValue())));
      return made;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode made = JSON.createArrayNode();
      array.forEach(one -> made.add(outOf(one)));
      return made;
    }
    return node.isString() ? JSON.getNodeFactory().stringNode(outOfValue(node.asString())) : node;
  }

  private String outOfValue(String value) {
    if (value.startsWith("{") || value.startsWith("[")) {
      try {
        return Objects.requireNonNullElse(outOfJson(value), value);
      } catch (JacksonException plainText) {
        return outOf(value);
      }
    }
    return outOf(value);
  }

  /// A part of each name that stands in every way to write it down as JSON, in lower case, for a
  /// search beforehand; empty where one of them has no such part and all has to be read.
  public List<String> plainParts() {
    List<String> parts =
        names.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .map(
                name ->
                    PLAIN
                        .matcher(name)
                        .results()
                        .map(java.util.regex.MatchResult::group)
                        .max(Comparator.comparingInt(String::length))
                        .orElse(""))
            .distinct()
            .toList();
    return parts.contains("") ? List.of() : parts;
  }
}

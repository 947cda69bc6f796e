package org.wordborne.server.topic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Proposes the query for a brand: its names and near misspellings, held to its place where a
/// name is a common word, without what it is confused with.
public final class TopicProposal {
  private static final int LONG_ENOUGH_TO_MISSPELL = 6;

  private TopicProposal() {}

  /// Proposes a query.
  ///
  /// @param brand the brand's name, with at least one letter or digit
  /// @param names further words people use for it
  /// @param notConfused words of others that share its name
  /// @param place the town or region that tells it apart; may be empty
  public static String of(
      String brand, List<String> names, List<String> notConfused, String place) {
    var words = new LinkedHashSet<String>();
    for (String name : all(brand, names)) {
      words.add(term(name));
      words.addAll(spellings(name));
    }
    String query = any(words);
    if (isSayable(place) && isCommon(brand)) {
      query = query + " AND " + any(near(brand, names, place));
    }
    for (String other : notConfused) {
      query = !isSayable(other) ? query : query + " AND NOT " + term(other);
    }
    return query;
  }

  private static List<String> all(String brand, List<String> names) {
    var all = new ArrayList<String>();
    all.add(brand);
    all.addAll(names);
    all.removeIf(name -> !isSayable(name));
    return all;
  }

  /// Whether there is a letter or digit to find in a name.
  public static boolean isSayable(String name) {
    return name.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /// A name of one word is shared with the language; one of several seldom is.
  private static boolean isCommon(String brand) {
    return !brand.strip().contains(" ");
  }

  /// What stands beside the name where it is ours: the place, and the other names.
  private static Set<String> near(String brand, List<String> names, String place) {
    var near = new LinkedHashSet<String>();
    for (String part : place.split("[,/]")) {
      if (isSayable(part)) {
        near.add(term(part));
      }
    }
    for (String name : names) {
      if (isSayable(name) && !name.strip().equalsIgnoreCase(brand.strip())) {
        near.add(term(name));
      }
    }
    return near;
  }

  /// Spellings that people use without thinking: written together, or with a slip in a long word.
  private static Set<String> spellings(String name) {
    var spellings = new LinkedHashSet<String>();
    String plain = name.strip();
    if (plain.contains(" ")) {
      spellings.add(term(plain.replaceAll("[\\s'’.-]+", "")));
    } else if (plain.length() >= LONG_ENOUGH_TO_MISSPELL
        && plain.codePoints().allMatch(Character::isLetter)) {
      spellings.add(plain.toLowerCase(Locale.ROOT) + "~1");
    }
    return spellings;
  }

  private static String any(Set<String> words) {
    String joined = words.stream().collect(Collectors.joining(" OR "));
    return words.size() == 1 ? joined : "(" + joined + ")";
  }

  /// A word stands bare if nothing in it means something to the language, else in quotes.
  static String term(String name) {
    String plain = name.strip().replace("\"", " ").strip();
    boolean bare =
        plain.codePoints().allMatch(Character::isLetterOrDigit)
            && !Set.of("AND", "OR", "NOT", "NEAR", "ONEAR", "SENTENCE").contains(plain);
    return bare ? plain.toLowerCase(Locale.ROOT) : "\"" + plain.toLowerCase(Locale.ROOT) + "\"";
  }
}

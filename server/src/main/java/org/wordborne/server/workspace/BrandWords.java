package org.wordborne.server.workspace;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds a brand's names in a text: as whole words, whatever their case, and not as part of what
/// the brand is confused with.
public final class BrandWords {
  private final @Nullable Pattern names;
  private final @Nullable Pattern others;
  private final @Nullable Pattern places;

  private BrandWords(Brand brand) {
    names = any(Stream.concat(Stream.of(brand.name()), brand.names().stream()).toList());
    others = any(brand.notConfused());
    places = any(List.of(brand.place().split("[,/]")));
  }

  /// The words of a brand; one that nobody has named yet is found nowhere.
  public static BrandWords of(Brand brand) {
    return new BrandWords(brand);
  }

  /// Whether there is any name to look for.
  public boolean isNamed() {
    return names != null;
  }

  /// Whether a text names the brand.
  public boolean in(String text) {
    return first(text) >= 0;
  }

  /// Whether a text says the brand's place.
  public boolean placeIn(String text) {
    return places != null && places.matcher(text).find();
  }

  /// Where the brand is first named, in chars; -1 where it is not.
  public int first(String text) {
    if (names == null) {
      return -1;
    }
    Matcher found = names.matcher(hushed(text));
    return found.find() ? found.start() : -1;
  }

  /* What it is confused with is blanked out, so that places stay where they are. */
  private String hushed(String text) {
    return others == null
        ? text
        : others.matcher(text).replaceAll(other -> " ".repeat(other.group().length()));
  }

  private static @Nullable Pattern any(Collection<String> words) {
    String either =
        words.stream()
            .map(String::strip)
            .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return either.isEmpty()
        ? null
        : Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + either + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}

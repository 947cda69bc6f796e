package org.wordborne.server.campaign.contest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// What the pages and mails of a contest say, in the languages there are.
final class ContestWords {
  private static final Map<String, ContestWords> ALL = Map.of("en", read("en"), "de", read("de"));

  private final Locale language;
  private final Properties words;

  private ContestWords(Locale language, Properties words) {
    this.language = language;
    this.words = words;
  }

  /// The words of a language, else the English ones.
  static ContestWords of(String language) {
    String key = language.startsWith("de") ? "de" : "en";
    return Objects.requireNonNull(ALL.get(key));
  }

  private static ContestWords read(String language) {
    var words = new Properties();
    String name = "/contest/" + language + ".properties";
    try (var in = ContestWords.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new ContestWords(Locale.forLanguageTag(language), words);
  }

  Locale language() {
    return language;
  }

  Set<String> keys() {
    return words.stringPropertyNames();
  }

  boolean has(String key) {
    return words.containsKey(key);
  }

  /// A sentence with what it names.
  String text(String key, Object... values) {
    String pattern = words.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    return new MessageFormat(pattern.replace("'", "''"), language).format(values);
  }

  String text(EntryRefused.Say say) {
    return text(say.key(), say.values().toArray());
  }
}

package org.wordborne.server.campaign.draw;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// What the page of a draw says, in English and German.
final class DrawWords {
  private static final DrawWords ENGLISH = read("en", "EEE d MMM yyyy, HH:mm:ss");
  private static final DrawWords GERMAN = read("de", "d. MMMM yyyy, HH:mm:ss");

  private final Locale language;
  private final Properties words;
  private final DateTimeFormatter time;

  private DrawWords(Locale language, Properties words, DateTimeFormatter time) {
    this.language = language;
    this.words = words;
    this.time = time;
  }

  static DrawWords of(boolean german) {
    return german ? GERMAN : ENGLISH;
  }

  private static DrawWords read(String language, String time) {
    var words = new Properties();
    String name = "/draw/" + language + ".properties";
    try (var in = DrawWords.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Locale locale = Locale.forLanguageTag(language);
    return new DrawWords(locale, words, DateTimeFormatter.ofPattern(time, locale));
  }

  String language() {
    return language.getLanguage();
  }

  String other() {
    return this == GERMAN ? "en" : "de";
  }

  String text(String key, Object... values) {
    String pattern = Objects.requireNonNull(words.getProperty(key), key);
    return new MessageFormat(pattern.replace("'", "''"), language).format(values);
  }

  /// As `Fri 27 Nov 2026, 18:00:04 (Europe/London)`.
  String time(Instant at, ZoneId zone) {
    return time.format(at.atZone(zone)) + " (" + zone.getId() + ")";
  }
}

package org.wordborne.server.campaign.referral;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// What the pages of referral say, in the languages there are; of the same catalogue as contests.
final class ReferralWords {
  private static final Map<String, ReferralWords> ALL = Map.of("en", read("en"), "de", read("de"));
  private final String language;
  private final Properties words;

  private ReferralWords(String language, Properties words) {
    this.language = language;
    this.words = words;
  }

  static ReferralWords of(String wanted) {
    return Objects.requireNonNull(ALL.get(wanted.startsWith("de") ? "de" : "en"));
  }

  private static ReferralWords read(String language) {
    var words = new Properties();
    String name = "/contest/" + language + ".properties";
    try (var in = ReferralWords.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new ReferralWords(language, words);
  }

  String language() {
    return language;
  }

  String text(String key, Object... values) {
    String pattern = Objects.requireNonNull(words.getProperty(key), key);
    return new MessageFormat(pattern.replace("'", "''"), Locale.forLanguageTag(language))
        .format(values);
  }

  /// Why somebody could not join.
  String refusal(String key, String ends) {
    return text(key, ends);
  }
}

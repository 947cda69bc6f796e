package org.wordborne.server.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wordborne.server.workspace.BadInputException;

/// The words of a report, in the language of whoever reads it.
final class ReportTexts {
  private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");
  private final Properties texts = new Properties();
  private final String language;
  private final Locale locale;

  private ReportTexts(String language) {
    this.language = language;
    this.locale = language.equals("de") ? Locale.GERMANY : Locale.UK;
    try (InputStream file =
        Objects.requireNonNull(
            ReportTexts.class.getResourceAsStream("report_" + language + ".properties"))) {
      texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The words of a language, `en` or `de`.
  static ReportTexts of(String language) {
    if (!language.equals("en") && !language.equals("de")) {
      throw new BadInputException("language", language, "Right are en and de.");
    }
    return new ReportTexts(language);
  }

  String language() {
    return language;
  }

  /// A text; `{0}` and so on are filled with the values.
  String say(String key, Object... values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    Matcher hole = HOLE.matcher(text);
    var said = new StringBuilder();
    while (hole.find()) {
      hole.appendReplacement(
          said, Matcher.quoteReplacement(written(values[Integer.parseInt(hole.group(1))])));
    }
    return hole.appendTail(said).toString();
  }

  /// A sentence of the server, in this language where it is known; else as it came.
  String told(String sentence) {
    for (String name : texts.stringPropertyNames()) {
      if (name.startsWith("why.")) {
        String[] parts = texts.getProperty(name).split(" => ", 2);
        Matcher same = Pattern.compile(parts[0]).matcher(sentence);
        if (same.matches() && parts.length == 2) {
          String said = parts[1];
          for (int i = 1; i <= same.groupCount(); i++) {
            said = said.replace("{" + i + "}", same.group(i));
          }
          return said;
        }
      }
    }
    return sentence;
  }

  private String written(Object value) {
    return switch (value) {
      case Double number -> number(number, Math.abs(number) < 10 ? 1 : 0);
      case Number number -> NumberFormat.getIntegerInstance(locale).format(number.longValue());
      case LocalDate day -> day(day);
      default -> value.toString();
    };
  }

  String number(double value, int digits) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(digits);
    double rounded = Math.abs(value) < .5 * Math.pow(10, -digits) ? 0 : value;
    return format.format(rounded);
  }

  String percent(double share) {
    return number(100 * share, 0) + "\u00a0%";
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /// A length of time as people say it.
  String minutes(double minutes) {
    if (minutes < 90) {
      return say("minutes", number(minutes, 0));
    }
    return minutes < 2_880
        ? say("hours", number(minutes / 60, 1))
        : say("days", number(minutes / 1_440, 1));
  }
}

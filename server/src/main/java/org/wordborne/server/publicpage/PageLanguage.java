package org.wordborne.server.publicpage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Which of its two languages a public page is written in.
///
/// @param german whether in German, else in English
public record PageLanguage(boolean german) {
  private static final Pattern ASKED = Pattern.compile("(?:^|&)lang=([A-Za-z]+)");

  /// As the address asks by `lang`, else as the browser does.
  public static PageLanguage of(HttpServletRequest request) {
    @Nullable String query = request.getQueryString();
    Matcher asked = ASKED.matcher(query == null ? "" : query);
    if (asked.find()) {
      return new PageLanguage(asked.group(1).equals("de"));
    }
    boolean told = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
    String wanted = told ? request.getLocale().getLanguage() : "";
    return new PageLanguage(wanted.equals(Locale.GERMAN.getLanguage()));
  }

  /// As [#code] says.
  public static PageLanguage of(String code) {
    return new PageLanguage(code.equals("de"));
  }

  /// `en` or `de`.
  public String code() {
    return german ? "de" : "en";
  }

  /// Whichever of two wordings the page is written in.
  public String words(String english, String inGerman) {
    return german ? inGerman : english;
  }

  /// The path, asking for this language.
  public String on(String path) {
    return path + (path.contains("?") ? "&" : "?") + "lang=" + code();
  }

  /// The frame of a page, with a link to the same page in the other language.
  ///
  /// @param path the page's own
  public PublicFrame frame(String title, String brand, String path) {
    var other = new Crumb(words("Deutsch", "English"), new PageLanguage(!german).on(path));
    return new PublicFrame(title, brand, code(), List.of(other), false);
  }
}

package org.wordborne.server.workspace.http;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// How much of the API somebody may ask for in a minute. This is the list; `docs/operate.md` shows
/// it, and a test holds them together.
enum RateRule {
  /// All that a person asks for with a browser.
  PERSON(1_200),
  /// All that a program asks for with one token.
  TOKEN(6_000),
  /// All that comes from one place without anybody signed in.
  ADDRESS(600),
  /// Looking for words and acts.
  SEARCH(300, "GET /mentions", "GET /mentions/histogram", "GET /audit", "POST /topics/preview"),
  /// What computes for long or calls out.
  WORK(
      60,
      "POST /seeds",
      "POST /sources/discover",
      "POST /sources/{id}/test",
      "POST /topics/propose",
      "POST /strategy/look",
      "POST /mail/test",
      "PUT /workspace/logo",
      "GET /audit/check"),
  /// Files of much.
  EXPORT(
      30,
      "GET /mentions/export",
      "GET /audit/export",
      "GET /results.pdf",
      "POST /privacy/requests/{id}/export",
      "POST /reports");

  /// How many files of much a workspace makes at the same time.
  static final int EXPORTS_AT_ONCE = 3;

  private final int aMinute;
  private final List<Place> places;

  RateRule(int aMinute, String... operations) {
    this.aMinute = aMinute;
    this.places = Stream.of(operations).map(Place::of).toList();
  }

  private record Place(String method, PathPattern path) {
    static Place of(String operation) {
      int space = operation.indexOf(' ');
      return new Place(
          operation.substring(0, space),
          PathPatternParser.defaultInstance.parse("/api/v1" + operation.substring(space + 1)));
    }

    boolean fits(String asked, PathContainer at) {
      return method.equals(asked) && path.matches(at);
    }
  }

  /// The further rule for an operation that costs; nothing for most.
  static List<RateRule> of(String method, String path) {
    PathContainer at = PathContainer.parsePath(path);
    String work = method.equals("HEAD") ? "GET" : method; // the same work, its answer thrown away
    return Stream.of(values())
        .filter(rule -> rule.places.stream().anyMatch(place -> place.fits(work, at)))
        .toList();
  }

  /// The operations it is for, as `GET /audit`; empty for all.
  List<String> operations() {
    return places.stream()
        .map(
            place ->
                place.method()
                    + " "
                    + place.path().getPatternString().substring("/api/v1".length()))
        .toList();
  }

  int aMinute() {
    return aMinute;
  }

  /// Its name in the headers.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.wordborne.town;

import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;

/// Lines of the import format in any number, fast: people and phrases without the life between.
final class Generator {

  private static final Instant END = Instant.parse("2026-11-22T00:00:00Z");
  private static final Institution[] PLACES = {Institution.FORUM, Institution.NOTICEBOARD};

  private final Population population;
  private final Phrases english;
  private final Phrases german;
  private final SplittableRandom by;
  private final long count;
  private final double[] weights = new double[Theme.values().length];
  private final String[] homes = new String[Institution.values().length];
  private final PostJson.Addresses addresses = place -> homes[place.ordinal()];

  private Generator(long seed, long count) {
    population = Population.of(seed);
    var said = new Said();
    english = new Phrases(Grammar.of("en"), said);
    german = new Phrases(Grammar.of("de"), said);
    by = new SplittableRandom(seed);
    this.count = count;
    for (Institution place : Institution.values()) {
      String name = place.name().toLowerCase(Locale.ROOT);
      homes[place.ordinal()] = "https://" + name + ".alderwick.example/";
    }
    double sum = 0;
    for (Theme theme : Theme.values()) {
      sum += theme == Theme.STORY ? 0 : theme.weight(-2.5) + theme.usual;
      weights[theme.ordinal()] = sum;
    }
  }

  static Stream<String> lines(long seed, long count) {
    var generator = new Generator(seed, count);
    return LongStream.range(0, count).mapToObj(generator::line);
  }

  private String line(long number) {
    var at = END.minusSeconds((count - number) * 28 * 86_400 / Math.max(1, count));
    return PostJson.post(word(number + 1, at), addresses, true);
  }

  private Word word(long number, Instant at) {
    var who = population.anyone(by);
    var speech = who.language().equals("de") ? german : english;
    var theme = theme();
    while (!speech.knows(theme)) {
      theme = theme();
    }
    int cafe = theme.isLantern() ? 0 : by.nextInt(3);
    var place = PLACES[by.nextInt(PLACES.length)];
    int[] listeners = who.listeners();
    String friend = population.get(listeners[by.nextInt(listeners.length)]).first();
    boolean reply = by.nextInt(3) == 0;
    var remark =
        reply
            ? speech.reply(theme, who, friend, friend, cafe, by.nextDouble(-1, 1), by)
            : speech.open(theme, who, friend, cafe, by.nextDouble(-1, 1), by);
    var meaning = Meaning.of(theme, cafe, remark.truth(), who.language());
    return new Word(number, place, Speaker.of(who, place), "", remark.text(), at, null, meaning);
  }

  private Theme theme() {
    double at = by.nextDouble() * weights[weights.length - 1];
    for (Theme theme : Theme.values()) {
      if (at < weights[theme.ordinal()]) {
        return theme;
      }
    }
    return Theme.WEATHER;
  }
}

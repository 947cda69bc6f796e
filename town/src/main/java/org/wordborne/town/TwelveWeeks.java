package org.wordborne.town;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;

/// Twelve weeks of past that tell only what somebody said of the cafés, with books of what truly
/// happened: what people wish for, what each café is spoken of, and what a campaign did.
///
/// Eight small matters and the fern corner share one rhythm of the week and one slow tide; each is
/// spoken of by other people. In the fortnight of the campaign the fern corner alone has more glad
/// people than it would have had. They end a day before the town's first day: nobody waits.
final class TwelveWeeks {
  static final int DAYS = 84;
  static final int CAMPAIGN_FROM = 39;
  static final int CAMPAIGN_DAYS = 14;
  private static final int CAST = 60;
  private static final int SMALL = 24;
  private static final double FERN_RATE = 4.2;
  private static final double SAD = 0.2;
  private static final int OWN_A_DAY = 3;

  /// What the campaign adds each day: 34 in 14 days, which is 2.4 a day.
  private static final int[] ADDED = {2, 3, 2, 3, 2, 2, 3, 2, 3, 2, 2, 3, 2, 3};

  /// What nobody campaigned for, with the glad people of an ordinary day.
  private static final Map<Theme, Double> UNTOUCHED =
      new EnumMap<>(
          Map.of(
              Theme.TERRACE, 4.4,
              Theme.MURAL, 3.2,
              Theme.STOVE, 4.8,
              Theme.POSTCARD, 3.0,
              Theme.PANCAKE, 5.0,
              Theme.TOASTIE, 4.6,
              Theme.QUILT, 3.4,
              Theme.PIANO, 4.0));

  /// What the café itself writes of: mostly beans and reading nights.
  private static final List<String> OURS =
      List.of("beans", "beans", "beans", "beans", "reading", "reading", "slow", "cake");

  private static final double[] WEEKDAY = {0.7, 0.65, 0.8, 1, 1.25, 1.8, 0.8};

  /// What people wish for, and what becomes of it by what the café is and wants.
  enum Wish {
    OAT(Theme.OATWISH, "oat milk", "fits", 1.0, 4.2),
    SCOOTER(Theme.SCOOTER, "delivery by scooter", "conflicts", 0.3, 2.4),
    NORTHSIDE(Theme.NORTHSIDE, "a second café in Northbank", "beyond", 0.3, 2.1);

    final Theme theme;
    final String title;
    final String verdict;
    final double first;
    final double last;

    Wish(Theme theme, String title, String verdict, double first, double last) {
      this.theme = theme;
      this.title = title;
      this.verdict = verdict;
      this.first = first;
      this.last = last;
    }
  }

  private final LocalDate from;
  private final ZoneId zone;
  private final Population population;
  private final Phrases english;
  private final Phrases german;
  private final SplittableRandom by;
  private final List<Word> words = new ArrayList<>();
  private long number;

  private TwelveWeeks(
      long seed, LocalDate from, ZoneId zone, Population population, long firstNumber) {
    this.from = from;
    this.zone = zone;
    this.population = population;
    number = firstNumber;
    by = new SplittableRandom(seed * 131 + 84);
    var said = new Said();
    english = new Phrases(Grammar.of("en"), said);
    german = new Phrases(Grammar.of("de"), said);
  }

  private static LocalDate firstDate(Instant firstDay, ZoneId zone) {
    return firstDay.atZone(zone).toLocalDate().minusDays(DAYS + 1L);
  }

  /// The past of the Lantern and its rivals.
  static TwelveWeeks circle(
      long seed, Instant firstDay, ZoneId zone, Population population, long firstNumber) {
    var weeks =
        new TwelveWeeks(seed, firstDate(firstDay, zone), zone, population, firstNumber - 500_000);
    for (int day = 0; day < DAYS; day++) {
      weeks.live(day);
    }
    weeks.order();
    return weeks;
  }

  /// The past of a small workshop: 24 people in all, one too few for figures.
  static TwelveWeeks small(
      long seed, Instant firstDay, ZoneId zone, Population population, long firstNumber) {
    var weeks =
        new TwelveWeeks(seed, firstDate(firstDay, zone), zone, population, firstNumber - 600_000);
    var people = new ArrayList<Person>();
    while (people.size() < SMALL) {
      var one = weeks.stranger(Theme.THIMBLE, Set.of());
      if (!people.contains(one)) {
        people.add(one);
      }
    }
    for (int i = 0; i < 46; i++) {
      var who = people.get(i % people.size());
      weeks.speak(i * 83 / 45, Theme.THIMBLE, 0, who, weeks.by.nextDouble(-1.5, 1.5));
    }
    weeks.order();
    return weeks;
  }

  private void order() {
    words.sort((a, b) -> a.at.compareTo(b.at));
  }

  /// All that was said, oldest first.
  List<Word> words() {
    return words;
  }

  private void live(int day) {
    double tide = 1 + 0.28 * Math.sin(day / 4.6) + 0.12 * Math.sin(day / 1.9 + 1);
    double rhythm = WEEKDAY[from.plusDays(day).getDayOfWeek().getValue() - 1] * tide;
    UNTOUCHED.forEach((theme, rate) -> matter(day, theme, about(rate * rhythm), rate * SAD));
    int into = day - CAMPAIGN_FROM;
    int added = into >= 0 && into < CAMPAIGN_DAYS ? ADDED[into] : 0;
    matter(day, Theme.FERNCORNER, about(FERN_RATE * rhythm) + added, FERN_RATE * SAD);
    for (Wish wish : Wish.values()) {
      double rate = wish.first + (wish.last - wish.first) * day / (DAYS - 1);
      everyone(day, wish.theme, 0, poisson(rate), 0);
    }
    everyone(day, rivals(), 1, poisson(2.6), by.nextDouble(-0.8, 0.8));
    everyone(day, rivals(), 2, poisson(1.5), by.nextDouble(-0.4, 1));
    for (int i = 0; i < OWN_A_DAY; i++) {
      ours(day);
    }
  }

  private Theme rivals() {
    return List.of(Theme.COFFEE, Theme.CAKE, Theme.STAFF, Theme.QUEUE).get(by.nextInt(4));
  }

  private void matter(int day, Theme theme, int glad, double sad) {
    var heard = new HashSet<Integer>();
    each(day, theme, 0, glad, 6, heard);
    each(day, theme, 0, poisson(sad), -6, heard);
  }

  private void everyone(int day, Theme theme, int cafe, int count, double opinion) {
    each(day, theme, cafe, count, opinion, new HashSet<>());
  }

  /* Nobody speaks of the same matter twice a day, so that words and people count alike. */
  private void each(int day, Theme theme, int cafe, int count, double opinion, Set<Integer> heard) {
    for (int i = 0; i < count; i++) {
      var who = stranger(theme, heard);
      heard.add(who.id());
      speak(day, theme, cafe, who, opinion);
    }
  }

  private Person stranger(Theme theme, Set<Integer> heard) {
    for (; ; ) {
      var who = population.anyone(by);
      boolean known = who.id() < CAST || heard.contains(who.id());
      if (!known && speech(who.language()).knows(theme)) {
        return who;
      }
    }
  }

  private Phrases speech(String language) {
    return language.equals("de") ? german : english;
  }

  private void speak(int day, Theme theme, int cafe, Person who, double opinion) {
    int[] listeners = who.listeners();
    String friend = population.get(listeners[by.nextInt(listeners.length)]).first();
    var remark = speech(who.language()).open(theme, who, friend, cafe, opinion, by);
    var place = by.nextInt(5) < 3 ? Institution.FORUM : Institution.NOTICEBOARD;
    var meaning = Meaning.of(theme, cafe, remark.truth(), who.language());
    add(day, place, Speaker.of(who, place), remark.text(), meaning);
  }

  private void ours(int day) {
    var section = OURS.get(by.nextInt(OURS.size()));
    var who = population.anyone(by);
    String friend = population.get(who.listeners()[0]).first();
    var remark = english.line("owntalk." + section, Theme.OWNTALK, plain(who), "", friend, 0, by);
    if (remark != null) {
      var us = new Speaker(-2, "lantern", "Lantern", 240);
      var meaning = Meaning.of(Theme.OWNTALK, 0, remark.truth(), "en");
      add(day, Institution.FORUM, us, remark.text(), meaning);
    }
  }

  /* The café writes without slips, small letters or emoji. */
  private static Person plain(Person who) {
    var habit = new WritingHabit(false, false, false, 0, 0, 0, false, false, false, "");
    return new Person(
        who.id(),
        who.first(),
        who.name(),
        who.handle(),
        who.circle(),
        "en",
        habit,
        who.activity(),
        who.listeners());
  }

  private void add(int day, Institution place, Speaker speaker, String text, Meaning meaning) {
    Instant at =
        from.plusDays(day)
            .atTime(7, 0)
            .atZone(zone)
            .toInstant()
            .plusSeconds(by.nextInt(14 * 3_600));
    words.add(new Word(number++, place, speaker, "", text, at, null, meaning));
  }

  /* Regulars are steady: chance decides only over the last of them. */
  private int about(double mean) {
    return (int) (mean + by.nextDouble());
  }

  private int poisson(double mean) {
    double product = by.nextDouble();
    int count = 0;
    for (double limit = Math.exp(-mean); product > limit; count++) {
      product *= by.nextDouble();
    }
    return count;
  }

  /// `[{"theme","verdict","persons","words"}]`: what people wish for.
  String themesBook() {
    var json = new StringBuilder("[");
    for (Wish wish : Wish.values()) {
      var about = words.stream().filter(word -> word.theme == wish.theme).toList();
      json.append(json.length() > 1 ? ",{" : "{");
      PostJson.field(json, "theme", wish.title);
      PostJson.field(json, "verdict", wish.verdict);
      json.append("\"persons\":").append(persons(about));
      json.append(",\"words\":").append(about.size()).append('}');
    }
    return json.append(']').toString();
  }

  private static long persons(List<Word> said) {
    return said.stream().map(word -> word.author).distinct().count();
  }

  /// What the campaign truly did: `perDay` glad people more on each of its days.
  String campaignBook() {
    var begin = from.plusDays(CAMPAIGN_FROM);
    var json = new StringBuilder("{");
    PostJson.field(json, "campaign", "Fern Fortnight");
    PostJson.field(json, "about", "the fern corner");
    PostJson.field(json, "query", "fern OR ferns OR farn* OR farne");
    PostJson.field(json, "measure", "glad persons a day");
    PostJson.field(json, "from", begin.toString());
    PostJson.field(json, "to", begin.plusDays(CAMPAIGN_DAYS - 1L).toString());
    PostJson.field(json, "zone", zone.getId());
    PostJson.field(json, "historyFrom", from.toString());
    PostJson.field(json, "historyTo", from.plusDays(DAYS - 1L).toString());
    json.append("\"perDay\":2.4,\"added\":34,\"days\":").append(CAMPAIGN_DAYS);
    json.append(",\"untouched\":").append(PostJson.strings(untouched()));
    json.append(",\"glad\":{");
    gladDays()
        .forEach(
            (day, count) -> json.append('"').append(day).append("\":").append(count).append(','));
    json.setCharAt(json.length() - 1, '}');
    return json.append('}').toString();
  }

  private static Set<String> untouched() {
    var names = new TreeSet<String>();
    UNTOUCHED.keySet().forEach(theme -> names.add(theme.stem()));
    return names;
  }

  private Map<LocalDate, Integer> gladDays() {
    var days = new TreeMap<LocalDate, Integer>();
    for (Word word : words) {
      if (word.theme == Theme.FERNCORNER && word.truth.tone() > 0) {
        days.merge(word.at.atZone(zone).toLocalDate(), 1, Integer::sum);
      }
    }
    return days;
  }

  /// `{"Lantern":persons,…}`: by how many people each café was spoken of; the café itself and what
  /// was said of others beside it do not count.
  String voiceBook() {
    var people = new TreeMap<String, Set<Integer>>();
    for (Word word : words) {
      if (word.author >= 0 && word.theme.namesCafe()) {
        String cafe = List.of("Lantern", "Blue Cup", "Mill Lane Coffee").get(word.cafe);
        people.computeIfAbsent(cafe, _ -> new HashSet<>()).add(word.author);
      }
    }
    var json = new StringBuilder("{");
    people.forEach(
        (cafe, all) ->
            json.append(PostJson.quoted(cafe)).append(':').append(all.size()).append(','));
    json.setCharAt(json.length() - 1, '}');
    return json.toString();
  }
}

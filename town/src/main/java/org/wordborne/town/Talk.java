package org.wordborne.town;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;

/// Who says what next, out of what they think and whom they heard.
///
/// Each word has a random stream of its own, split from the seed by the word's number: the same
/// seed and the same words before give the same next word. Not safe for use by many threads.
final class Talk {

  private final long seed;
  private final Instant firstDay;
  private final ZoneId zone;
  private final Population population;
  private final Map<String, Phrases> phrases;
  private final Hearsay hearsay;
  private final Agenda agenda = new Agenda(this::day);
  private final Map<Institution, Deque<Word>> recent = new EnumMap<>(Institution.class);
  private final PriorityQueue<Due> due = new PriorityQueue<>((a, b) -> a.at().compareTo(b.at()));
  private long number;
  private int draws;

  /// A reply that somebody will make.
  private record Due(Instant at, Word to) {}

  Talk(long seed, Instant firstDay, ZoneId zone, Population population, long firstNumber) {
    this.seed = seed;
    this.firstDay = firstDay;
    this.zone = zone;
    this.population = population;
    this.number = firstNumber;
    var said = new Said();
    phrases =
        Map.of(
            "en", new Phrases(Grammar.of("en"), said), "de", new Phrases(Grammar.of("de"), said));
    hearsay = new Hearsay(population);
    for (Institution place : Institution.values()) {
      recent.put(place, new ArrayDeque<>());
    }
  }

  Population population() {
    return population;
  }

  Phrases phrases(String language) {
    var found = phrases.get(language);
    if (found == null) {
      throw new IllegalArgumentException("nobody speaks " + language);
    }
    return found;
  }

  /// The next number, for words that come from elsewhere (answers of the café).
  long nextNumber() {
    return number++;
  }

  /// Days since the town's first day began.
  double day(Instant at) {
    return Duration.between(firstDay, at).toMillis() / 86_400_000.0;
  }

  SplittableRandom random() {
    return new SplittableRandom(seed * 1_000_003 + number * 31 + draws++);
  }

  /// The next word, said at `at`.
  ///
  /// @param wanted where it must be said, or null for anywhere
  /// @param keen how much the town thinks of cafés: 1 as usual, more after an article
  Word next(Instant at, @Nullable Institution wanted, double keen) {
    var by = random();
    var reply = dueReply(at, wanted, by);
    var word = reply == null ? opening(at, wanted, keen, by) : reply;
    take(word, by);
    return word;
  }

  private @Nullable Word dueReply(Instant at, @Nullable Institution wanted, SplittableRandom by) {
    while (!due.isEmpty() && due.peek().at().isBefore(at.minus(Duration.ofHours(10)))) {
      due.poll();
    }
    if (due.isEmpty() || due.peek().at().isAfter(at) || by.nextDouble() < 0.34) {
      return null;
    }
    var to = due.peek().to();
    if (wanted != null && to.place != wanted && by.nextDouble() < 0.7 || to.gone()) {
      return null;
    }
    due.poll();
    return reply(to, at, by);
  }

  private Word opening(Instant at, @Nullable Institution wanted, double keen, SplittableRandom by) {
    double day = day(at);
    int hour = at.atZone(zone).getHour();
    for (int tries = 0; ; tries++) {
      var theme = agenda.theme(day, keen, wanted, by);
      var source = hearsay.teller(theme, by);
      var who = source == null ? population.anyone(by) : population.get(source.person());
      if (theme == Theme.TROLL && by.nextInt(4) > 0) {
        who = population.cast("mallard_of_doom");
      }
      if (tries < 30 && by.nextDouble() > who.circle().awake(hour) * Tastes.interest(theme, who)) {
        continue;
      }
      var usual = theme == Theme.STORY ? Institution.COURIER : Tastes.place(who, by);
      var place = wanted == null ? usual : wanted;
      if (tries < 90 && !belongs(theme, place, by)) {
        continue;
      }
      if (!phrases(who.language()).knows(theme)) {
        continue;
      }
      return open(theme, who, place, at, source == null ? null : source.from(), by);
    }
  }

  /// Whether one would say it there: under an article people speak of the article.
  private boolean belongs(Theme theme, Institution place, SplittableRandom by) {
    if (place != Institution.COURIER) {
      return theme != Theme.STORY;
    }
    return agenda.hasArticles()
        && (theme == Theme.STORY || theme.isLantern() && by.nextInt(3) == 0);
  }

  private Word open(
      Theme theme,
      Person who,
      Institution place,
      Instant at,
      @Nullable Word toldBy,
      SplittableRandom by) {
    int cafe = theme.isLantern() ? 0 : theme == Theme.BLUECUP ? 1 : cafe(who, by);
    var article = place == Institution.COURIER ? agenda.article(at, by) : null;
    if (theme == Theme.STORY || theme == Theme.JOBS) {
      cafe = 0;
    }
    var speech = phrases(who.language());
    var remark = speech.open(theme, who, friend(who, by), cafe, opinion(who, cafe, theme), by);
    var repost = repost(theme, place, by);
    var title =
        repost != null
            ? ""
            : place == Institution.FORUM && by.nextInt(3) > 0
                    || place == Institution.NOTICEBOARD && by.nextInt(5) == 0
                ? speech.title(theme, cafe, by)
                : "";
    var speaker =
        remark.truth().spam()
            ? new Speaker(-1, "guest" + (100 + by.nextInt(900)), "guest" + by.nextInt(90), 0)
            : Speaker.of(who, place);
    var text = repost == null ? remark.text() : "RT @" + repost.authorId + ": " + repost.text();
    var truth = repost == null ? remark.truth() : repost.truth;
    var meaning =
        new Meaning(
            theme, cafe, truth, repost == null ? who.language() : repost.language, repost, toldBy);
    return new Word(number++, place, speaker, title, text, at, article, meaning);
  }

  /// Now and then somebody passes on another's words as they are.
  private @Nullable Word repost(Theme theme, Institution place, SplittableRandom by) {
    boolean passedOn = theme == Theme.RUMOUR || theme == Theme.OAT || theme == Theme.FERN;
    if (!passedOn || !place.hasWebhook() || by.nextDouble() > 0.07) {
      return null;
    }
    for (Word word : recent.getOrDefault(place, new ArrayDeque<>())) {
      boolean fit = word.theme == theme && word.repostOf == null && word.parent == null;
      if (fit && word.author >= 0 && !word.gone()) {
        return word;
      }
    }
    return null;
  }

  /// A reply to `to`, by one who heard it or who is in the thread.
  Word reply(Word to, Instant at, SplittableRandom by) {
    var who = replier(to, at, by);
    String language =
        who.language().equals(to.language) || by.nextDouble() < 0.55 ? to.language : who.language();
    if (!phrases.containsKey(language)) {
      language = who.language();
    }
    var root = to.root();
    var remark = replying(phrases(language), who, to, by);
    for (int tries = 0; tries < 5 && !root.lines.add(remark.line()); tries++) {
      remark = replying(phrases(language), who, to, by);
    }
    var meaning = new Meaning(to.theme, to.cafe, remark.truth(), language, null, to);
    return new Word(
        number++, to.place, Speaker.of(who, to.place), "", remark.text(), at, to, meaning);
  }

  private Phrases.Remark replying(Phrases speech, Person who, Word to, SplittableRandom by) {
    var theme = to.theme;
    String friend = friend(who, by);
    if (to.root().author == who.id()) {
      return speech.own(theme, who, shortName(to), friend, by);
    }
    double opinion = opinion(who, to.cafe, to.theme);
    return speech.reply(theme, who, shortName(to), friend, to.cafe, opinion, by);
  }

  private Person replier(Word to, Instant at, SplittableRandom by) {
    int hour = at.atZone(zone).getHour();
    for (int tries = 0; tries < 12; tries++) {
      Person who = population.anyone(by);
      if (to.author >= 0 && by.nextDouble() < 0.75) {
        int[] listeners = population.get(to.author).listeners();
        who = population.get(listeners[by.nextInt(listeners.length)]);
      }
      if (to.parent != null && to.parent.author >= 0 && by.nextDouble() < 0.3) {
        who = population.get(to.parent.author);
      }
      if (who.id() != to.author && by.nextDouble() < who.circle().awake(hour)) {
        return who;
      }
    }
    return population.get((int) Math.floorMod(to.number, (long) population.size()));
  }

  /// How people call the author of a word when they answer it.
  String shortName(Word to) {
    if (to.author < 0) {
      return to.authorName.equals(to.authorId) ? to.authorName : to.authorName.split(" ")[0];
    }
    var person = population.get(to.author);
    return to.authorName.equals(person.handle()) ? person.handle() : person.first();
  }

  /// Puts a word into the town's ears: threads, friends, opinions.
  void take(Word word, SplittableRandom by) {
    number = Math.max(number, word.number + 1);
    if (!word.place.isListed()) {
      return; // Hardly anybody reads there.
    }
    if (word.theme == Theme.STORY && word.parent == null) {
      agenda.add(word);
      return;
    }
    var words = recent.getOrDefault(word.place, new ArrayDeque<>());
    words.addFirst(word);
    if (words.size() > Hearsay.REMEMBERED) {
      words.removeLast();
    }
    if (word.author >= 0) {
      hearsay.tell(word, by);
    }
    planReplies(word, by);
  }

  /// Changes what someone thinks of the Lantern, as an answer does.
  void persuade(int person, double by) {
    hearsay.persuade(person, by);
  }

  double opinion(int person) {
    return hearsay.opinion(person);
  }

  /// Lets a matter lose force, and the friends of `person` stop passing it on.
  void quieten(Theme theme, int person) {
    agenda.quieten(theme);
    hearsay.quieten(theme, person);
  }

  private void planReplies(Word word, SplittableRandom by) {
    if (word.place.isBlog() || word.truth.spam() && by.nextInt(10) > 0) {
      return;
    }
    int depth = 0;
    for (var up = word.parent; up != null; up = up.parent) {
      depth++;
    }
    double heat = word.theme.heat * (word.theme.isCafe() ? 1 : 0.55);
    double expected = heat * Math.pow(0.42, depth);
    while (by.nextDouble() < expected / (1 + expected)) {
      double minutes = 1.5 + Math.pow(1 - by.nextDouble(), -0.9) * 6;
      due.add(new Due(word.at.plusSeconds((long) (Math.min(minutes, 500) * 60)), word));
    }
  }

  private int cafe(Person who, SplittableRandom by) {
    double strongest = Math.abs(hearsay.opinion(who, 0)) + 0.2;
    double at = by.nextDouble();
    return at < 0.6 + 0.1 * strongest ? 0 : at < 0.85 ? 1 : 2;
  }

  private double opinion(Person who, int cafe, Theme theme) {
    return theme.isCafe() ? hearsay.opinion(who, cafe) : 0.1;
  }

  String friend(Person who, SplittableRandom by) {
    int[] listeners = who.listeners();
    return population.get(listeners[by.nextInt(listeners.length)]).first();
  }
}

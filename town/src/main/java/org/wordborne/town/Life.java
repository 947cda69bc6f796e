package org.wordborne.town;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;

/// The town while one looks on: somebody speaks, somebody answers, the café's answers are felt.
///
/// For the first ten minutes after a start a word falls at least every five seconds at the
/// places with webhooks; half an hour later the town has its ordinary rhythm.
final class Life implements AutoCloseable {

  private static final Duration LIVELY = Duration.ofMinutes(10);
  private static final Duration CALM = Duration.ofMinutes(40);
  private static final Truth OURS = new Truth("neutral", java.util.Set.of(), false, false);

  private final Object lock = new Object();
  private final TownOptions options;
  private final Talk talk;
  private final Scenes scenes;
  private final Chronicle chronicle;
  private final Reactions reactions;
  private final Incidents incidents;
  private final BadWord badWord;
  private final SplittableRandom random;
  private final Thread heart;
  private final Instant begun;
  private Instant lastLook;
  private Instant nextWord;
  private Instant nextBlog;
  private volatile boolean closed;

  Life(TownOptions options, Talk talk, Scenes scenes, Chronicle chronicle, Incidents incidents) {
    this.options = options;
    this.talk = talk;
    this.scenes = scenes;
    this.chronicle = chronicle;
    this.incidents = incidents;
    reactions = new Reactions(talk, options.speed());
    badWord = new BadWord(talk, options.seed());
    begun = options.clock().instant();
    random = new SplittableRandom(options.seed() ^ begun.getEpochSecond());
    lastLook = begun;
    nextWord = begun.plusMillis(700);
    nextBlog = begun.plusSeconds(90);
    heart = Thread.ofVirtual().unstarted(this::beat);
  }

  /// Held by whoever reads or writes what was said.
  Object lock() {
    return lock;
  }

  Chronicle chronicle() {
    return chronicle;
  }

  Incidents incidents() {
    return incidents;
  }

  void start() {
    heart.start();
  }

  /// The false claim, told on demand; the caller holds the lock.
  BadWord badWord() {
    return badWord;
  }

  private void beat() {
    try {
      while (!closed) {
        synchronized (lock) {
          if (!closed) {
            look(options.clock().instant());
          }
        }
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets everything happen that is due at `now`.
  void look(Instant now) {
    scenes.between(lastLook, now).forEach(chronicle::add);
    lastLook = now;
    reactions.due(now).forEach(chronicle::add);
    incidents.look(now);
    badWord.due(now).forEach(chronicle::add);
    if (!now.isBefore(nextWord)) {
      speak(now);
    }
    if (!now.isBefore(nextBlog)) {
      blog(now);
    }
  }

  private void speak(Instant now) {
    double freshness = freshness(now);
    boolean aside = random.nextInt(8) == 0;
    var place =
        aside
            ? Institution.COURIER
            : random.nextInt(5) < 3 ? Institution.FORUM : Institution.NOTICEBOARD;
    var word = talk.next(now, place, 1 + 3.5 * freshness);
    chronicle.add(word);
    nextWord = now.plusMillis(aside ? 600 : gap(now, freshness));
    if (!aside && random.nextInt(140) == 0 && !word.truth.spam()) {
      touchUp(word, now);
    } else if (word.truth.spam() && random.nextInt(3) == 0) {
      chronicle.delete(word); // The moderators were quick.
    }
  }

  private void touchUp(Word word, Instant now) {
    var speech = talk.phrases(word.language.equals("de") ? "de" : "en");
    chronicle.edit(word, word.text() + " " + speech.aside("edit.note", random), now);
  }

  /// 1 in the first ten minutes, 0 half an hour after them.
  private double freshness(Instant now) {
    double since = Duration.between(begun, now).toMillis();
    double left = CALM.toMillis() - since;
    return Math.clamp(left / (CALM.toMillis() - LIVELY.toMillis()), 0, 1);
  }

  private long gap(Instant now, double freshness) {
    double lively = 1_600 + random.nextInt(2_300);
    double natural =
        -Math.log(1 - random.nextDouble()) * 3_600_000 / History.wordsPerHour(now, options.zone());
    double gap = freshness >= 1 ? lively : lively * freshness + natural * (1 - freshness);
    return (long) Math.max(20, gap / options.speed());
  }

  private void blog(Instant now) {
    var blogs = new ArrayList<Institution>();
    for (Institution place : Institution.values()) {
      if (place.isBlog()) {
        blogs.add(place);
      }
    }
    chronicle.add(Blogging.write(talk, blogs.get(random.nextInt(blogs.size())), now));
    nextBlog = now.plusMillis((long) ((30 + random.nextInt(240)) * 60_000 / options.speed()));
  }

  /// Takes an answer of the café to `to`; the caller holds the lock.
  Word answer(Word to, String key, String text, String as) {
    var earlier = chronicle.answers();
    int before = 0;
    for (Word answer : earlier) {
      var parent = answer.parent;
      if (parent != null && parent.author == to.author) {
        before++;
      }
    }
    String name = as.isBlank() ? "Lantern" : as;
    var now = options.clock().instant();
    var word =
        new Word(
            talk.nextNumber(),
            to.place,
            new Speaker(-2, "lantern", name, 240),
            "",
            text,
            now,
            to,
            Meaning.of(to.theme, 0, OURS, to.language));
    chronicle.addAnswer(word, key);
    reactions.answered(word, earlier, before, now);
    incidents.answered(to, now);
    badWord.answered(to);
    return word;
  }

  /// Takes a post of the café itself at a place; the caller holds the lock.
  Word post(Institution place, String key, String title, String text, String as) {
    var word =
        new Word(
            talk.nextNumber(),
            place,
            new Speaker(-2, "lantern", as.isBlank() ? "Lantern" : as, 240),
            title,
            text,
            options.clock().instant(),
            null,
            Meaning.of(Theme.EVENT, 0, OURS, place.language));
    chronicle.addAnswer(word, key);
    return word;
  }

  ZoneId zone() {
    return options.zone();
  }

  @Override
  public void close() {
    closed = true;
    heart.interrupt();
    synchronized (lock) {
      chronicle.close();
    }
  }
}

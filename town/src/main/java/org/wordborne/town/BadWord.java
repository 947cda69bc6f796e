package org.wordborne.town;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;

/// The story `bad-word`, told when somebody asks for it, with books that know who told whom.
///
/// A false claim (rats at the Lantern) goes round among forty people of no other story, at the
/// forum and the noticeboard. Each has it from one who told it before; some answer them, some
/// repeat them, most put it in their own words.
final class BadWord {
  static final String NAME = "bad-word";
  private static final int TELLERS = 40;
  private static final int SEEABLE = 5;
  private static final int LOUD = 900;
  private static final Duration LASTS = Duration.ofMinutes(25);
  /// Of a hundred who would have had it from somebody who was answered, so many let it be.
  private static final int LET_IT_BE = 80;

  private final Talk talk;
  private final SplittableRandom random;
  private final Map<String, List<String>> parts = new HashMap<>();
  private final List<Planned> coming = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final Set<String> used = new HashSet<>();
  private int stilled;

  /// Somebody who will tell it.
  private record Planned(Instant at, int number, Person who, int from) {}

  /// Somebody who has told it.
  ///
  /// @param from who they truly had it from; null for the first
  record Told(int number, Word word, @Nullable Told from) {}

  BadWord(Talk talk, long seed) {
    this.talk = talk;
    this.random = new SplittableRandom(seed * 31 + 5);
    List<String> part = new ArrayList<>();
    for (String line : Population.Names.lines("incidents/bad-word.txt")) {
      if (line.startsWith("= ")) {
        part = new ArrayList<>();
        parts.put(line.substring(2).strip(), part);
      } else {
        part.add(line);
      }
    }
  }

  /// Plans it from `now` on, so many times faster than life; it plays once at a time.
  ///
  /// @return whether it begins; not while it is under way
  boolean play(double speed, Instant now) {
    if (!coming.isEmpty()) {
      return false;
    }
    told.clear();
    stilled = 0;
    var people = strangers();
    for (int i = 0; i < TELLERS; i++) {
      // Slow at first, then faster, then few are left who have not heard.
      double share = (double) i / (TELLERS - 1);
      double when = share < 0.1 ? share * 1.5 : 0.15 + 0.85 * Math.pow((share - 0.1) / 0.9, 1.6);
      double jitter = i == 0 ? 0 : random.nextDouble() * 0.01;
      long millis = (long) ((when + jitter) * LASTS.toMillis() / speed);
      int from = i == 0 ? -1 : (int) (i * Math.pow(random.nextDouble(), 1.7));
      coming.add(new Planned(now.plusMillis(millis), i, people.get(i), from));
    }
    coming.sort((a, b) -> a.at().compareTo(b.at()));
    return true;
  }

  /* Nobody of the cast: their stories go on as they would have. */
  private List<Person> strangers() {
    var people = new ArrayList<Person>();
    var known = new HashSet<Integer>();
    while (people.size() < TELLERS) {
      Person one = talk.population().get(60 + random.nextInt(talk.population().size() - 60));
      if (one.language().equals("en") && known.add(one.id())) {
        people.add(one);
      }
    }
    return people;
  }

  /// The café answered a telling: most of those who would have had it from there do not tell it,
  /// nor do those who would have had it from them.
  void answered(Word to) {
    for (Told one : told) {
      if (one.word() == to) {
        still(one.number());
      }
    }
  }

  private void still(int from) {
    for (Planned next : List.copyOf(coming)) {
      if (next.from() == from && random.nextInt(100) < LET_IT_BE) {
        coming.remove(next);
        stilled++;
        still(next.number());
      }
    }
  }

  /// What is told by now.
  List<Word> due(Instant now) {
    var words = new ArrayList<Word>();
    while (!coming.isEmpty() && !coming.getFirst().at().isAfter(now)) {
      words.add(tell(coming.removeFirst()));
    }
    return words;
  }

  private Word tell(Planned planned) {
    Told from = find(planned.from());
    int manner = random.nextInt(100);
    boolean answers = from != null && manner < 35;
    boolean repeats = from != null && !answers && manner < 45;
    var place =
        answers || repeats
            ? java.util.Objects.requireNonNull(from).word().place
            : random.nextBoolean() ? Institution.FORUM : Institution.NOTICEBOARD;
    String text = repeats && from != null ? from.word().text() : text(planned, answers);
    var speaker = Speaker.of(planned.who(), place);
    boolean loud = planned.number() == 6 || planned.number() == 11;
    if (loud) {
      speaker = new Speaker(speaker.person(), speaker.id(), speaker.name(), LOUD);
    }
    boolean asks = text.strip().endsWith("?");
    var truth = Truth.parse(("x neg" + (asks ? " question" : " complaint")).split(" "));
    var word =
        new Word(
            talk.nextNumber(),
            place,
            speaker,
            "",
            text,
            planned.at(),
            answers && from != null ? from.word() : null,
            new Meaning(
                Theme.RUMOUR,
                0,
                java.util.Objects.requireNonNull(truth),
                "en",
                repeats && from != null ? from.word() : null,
                from == null ? null : from.word()));
    told.add(new Told(planned.number(), word, from));
    return word;
  }

  private @Nullable Told find(int number) {
    for (Told one : told) {
      if (one.number() == number) {
        return one;
      }
    }
    return told.isEmpty() || number < 0 ? null : told.getFirst();
  }

  private String text(Planned planned, boolean answers) {
    if (planned.from() < 0) {
      return one("first");
    }
    for (int i = 0; i < 50; i++) {
      String text = answers ? one("answer") + " " + one("tail") : one("opening") + " " + claim();
      if (used.add(text)) {
        return text;
      }
    }
    return one("opening") + " " + claim();
  }

  private String claim() {
    return one("claim") + ". " + one("tail");
  }

  private String one(String part) {
    var lines = parts.getOrDefault(part, List.of());
    return lines.get(random.nextInt(lines.size()));
  }

  /// The books of what was played last: who told it when, and from whom they truly had it.
  String book(PostJson.Addresses addresses) {
    var json = new StringBuilder("{");
    PostJson.field(json, "story", told.isEmpty() ? "" : NAME);
    if (!told.isEmpty()) {
      PostJson.field(json, "begunAt", told.getFirst().word().at.toString());
      PostJson.field(json, "firstWord", addresses.id(told.getFirst().word()));
    }
    if (told.size() >= SEEABLE) {
      PostJson.field(json, "seeableAt", told.get(SEEABLE - 1).word().at.toString());
    }
    json.append("\"still\":").append(coming.size());
    json.append(",\"letItBe\":").append(stilled).append(",\"tellers\":[");
    for (Told one : told) {
      json.append(told.getFirst() == one ? "{" : ",{");
      PostJson.field(json, "id", addresses.id(one.word()));
      PostJson.field(json, "at", one.word().at.toString());
      PostJson.field(json, "teller", one.word().authorId);
      Told from = one.from();
      PostJson.field(json, "trueParent", from == null ? "" : addresses.id(from.word()));
      json.setCharAt(json.length() - 1, '}');
    }
    return json.append("]}").toString();
  }
}

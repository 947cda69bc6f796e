package org.wordborne.town;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;

/// What an answer of the café does to the person who gets it, and to their friends.
final class Reactions {

  private static final Pattern SORRY =
      Pattern.compile("sorry|apolog|forgive|our fault|tut (uns|mir) leid|entschuldig|verzeih");

  private final Talk talk;
  private final double speed;
  private final List<Coming> coming = new ArrayList<>();

  private record Coming(Instant at, Word answer, int person, String manner) {}

  Reactions(Talk talk, double speed) {
    this.talk = talk;
    this.speed = Math.max(1, speed);
  }

  /// Takes note of `answer` at `now`; whoever was answered reacts within 20 s.
  void answered(Word answer, List<Word> earlier, int timesBefore, Instant now) {
    var to = answer.parent;
    if (to == null) {
      return;
    }
    var by = talk.random();
    String manner = manner(answer.text(), to, earlier, by);
    double effect = manner.startsWith("pasted") ? -0.15 : manner.startsWith("curt") ? -0.1 : 0.22;
    talk.persuade(to.author, effect);
    if (effect > 0) {
      talk.quieten(to.theme, to.author);
    }
    if (to.author >= 0 && (timesBefore < 2 || by.nextInt(5) < 2)) {
      coming.add(new Coming(after(now, 4_000 + by.nextInt(9_000)), answer, to.author, manner));
      if (effect > 0 && by.nextInt(100) < 45) {
        int[] friends = talk.population().get(to.author).listeners();
        int friend = friends[by.nextInt(friends.length)];
        var later = after(now, 22_000 + by.nextInt(50_000));
        coming.add(new Coming(later, answer, friend, "friend.joins"));
      }
    }
  }

  private Instant after(Instant now, int millis) {
    return now.plusMillis((long) (millis / speed));
  }

  /// Names the section from which the person will speak.
  static String manner(String answer, Word to, List<Word> earlier, SplittableRandom by) {
    String plain = answer.toLowerCase(Locale.ROOT).strip();
    int length = plain.split("\\s+").length;
    boolean asked = to.truth.intents().contains("question");
    if (length > 5 && earlier.stream().anyMatch(e -> alike(plain, e.text()))) {
      return "pasted.reply";
    }
    if (length < (asked ? 2 : 4)) {
      return "curt.reply";
    }
    if (to.truth.tone() < 0 && SORRY.matcher(plain).find()) {
      return "sorry.accepted";
    }
    boolean known =
        switch (to.theme) {
          case SOUR, OAT, RUMOUR, RAMP, FERN -> true;
          default -> false;
        };
    if (known && by.nextInt(10) < 6) {
      return to.theme.stem() + ".thanks";
    }
    if (asked && by.nextInt(10) < 3) {
      return "follow.question";
    }
    boolean cool = to.truth.tone() < 0 || to.truth.sarcasm();
    return cool && by.nextInt(10) < 6 ? "thanks.cool" : "thanks.warm";
  }

  private static boolean alike(String one, String other) {
    var words = new HashSet<>(Arrays.asList(one.split("\\W+")));
    var others = new HashSet<>(Arrays.asList(other.toLowerCase(Locale.ROOT).split("\\W+")));
    var both = new HashSet<>(words);
    both.retainAll(others);
    words.addAll(others);
    return both.size() >= 0.8 * words.size();
  }

  /// The reactions that are due at `now`, as words in the thread.
  List<Word> due(Instant now) {
    var words = new ArrayList<Word>();
    for (var it = coming.iterator(); it.hasNext(); ) {
      var one = it.next();
      if (!one.at().isAfter(now)) {
        it.remove();
        words.add(speak(one, now));
      }
    }
    return words;
  }

  private Word speak(Coming one, Instant now) {
    var by = talk.random();
    Person who = talk.population().get(one.person());
    var answer = one.answer();
    @Nullable Word before = answer.parent;
    boolean german = before != null && before.language.equals("de");
    String language =
        german ? "de" : before != null && before.language.equals("en") ? "en" : who.language();
    var speech = talk.phrases(language);
    String friend = talk.friend(who, by);
    var remark =
        speech.line(one.manner(), answer.theme, who, talk.shortName(answer), friend, 0, by);
    if (remark == null) {
      remark = speech.line("thanks.warm", answer.theme, who, "", friend, 0, by);
    }
    if (remark == null) {
      throw new IllegalStateException("nobody can say thanks in " + language);
    }
    var speaker = Speaker.of(who, answer.place);
    var meaning = new Meaning(answer.theme, 0, remark.truth(), language, null, answer);
    var word =
        new Word(talk.nextNumber(), answer.place, speaker, "", remark.text(), now, answer, meaning);
    talk.take(word, by);
    return word;
  }
}

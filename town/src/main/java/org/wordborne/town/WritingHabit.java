package org.wordborne.town;

import java.util.Locale;
import java.util.SplittableRandom;

/// How someone writes, whatever they say.
///
/// @param lower writes in small letters
/// @param bare leaves out the last full stop
/// @param loud ends in exclamation marks
/// @param typo chance of a slip in each word, in [0, 1)
/// @param emoji chance of an emoji at the end
/// @param length how much they add to the bare remark: -1 curt, 0 usual, 1 long
/// @param short_ writes u, tho, nich
/// @param noUmlaut has a keyboard without umlauts
/// @param signOff put under the text, or empty
record WritingHabit(
    boolean lower,
    boolean bare,
    boolean loud,
    double typo,
    double emoji,
    int length,
    boolean short_,
    boolean noUmlaut,
    boolean dots,
    String signOff) {

  private static final String[][] SHORTER_EN = {
    {" you ", " u "}, {" though", " tho"}, {" because ", " bc "}, {" to be honest", " tbh"},
    {" please", " pls"}, {" about ", " abt "}, {" people ", " ppl "}, {" going to ", " gonna "}
  };
  private static final String[][] SHORTER_DE = {
    {" nicht ", " nich "},
    {" ist ", " is "},
    {" etwas ", " was "},
    {" einen ", " nen "},
    {" eine ", " ne "},
    {" vielleicht ", " vllt "},
    {" und ", " u "}
  };
  private static final String[] GLAD = {"😊", "☕", "❤️", "🙌", "🥰", "🌿", "😍", "👏", "✨", "☀️"};
  private static final String[] SOUR = {"😕", "🙄", "😤", "😩", "👎", "😬", "🤷", "😒", "☹️", "🥲"};
  private static final String[] PLAIN = {
    "🙂", "😅", "🤔", "👀", "🙏", "☕", "🤷‍♀️", "😂", "👋", "🙃"
  };

  static WritingHabit of(Circle circle, String language, SplittableRandom by) {
    boolean student = circle == Circle.STUDENTS;
    boolean older = circle == Circle.CHOIR;
    return new WritingHabit(
        by.nextDouble() < (student ? 0.5 : older ? 0.03 : 0.16),
        by.nextDouble() < (student ? 0.6 : 0.25),
        by.nextDouble() < (older ? 0.16 : 0.09),
        by.nextDouble() < 0.2 ? 0.035 : 0.002,
        by.nextDouble() < 0.35 ? by.nextDouble(0.2, 0.8) : 0.02,
        by.nextDouble() < 0.3 ? -1 : by.nextDouble() < (older ? 0.5 : 0.25) ? 1 : 0,
        student && by.nextDouble() < 0.5 || by.nextDouble() < 0.04,
        language.equals("de") && by.nextDouble() < 0.04,
        by.nextDouble() < 0.06,
        by.nextDouble() < (older ? 0.22 : 0.04) ? signOff(language, by) : "");
  }

  static WritingHabit named(String name, SplittableRandom by) {
    return switch (name) {
      case "lower" -> new WritingHabit(true, true, false, 0.004, 0.1, -1, false, false, false, "");
      case "warm" -> new WritingHabit(false, false, false, 0, 0.35, 1, false, false, false, "");
      case "long" -> new WritingHabit(false, false, false, 0, 0, 1, false, false, false, "");
      case "troll" -> new WritingHabit(true, true, false, 0.02, 0.1, -1, true, false, false, "");
      case "dry", "plain" ->
          new WritingHabit(false, false, false, 0, 0.05, 0, false, false, false, "");
      default -> throw new IllegalArgumentException("no habit " + name);
    };
  }

  private static String signOff(String language, SplittableRandom by) {
    String[] ways =
        language.equals("de")
            ? new String[] {"LG, %s", "Gruß %s", "– %s", "Herzlich, %s", "vG %s", "Eure %s"}
            : new String[] {"– %s", "Cheers, %s", "%s x", "Yours, %s", "All best, %s", "%s"};
    return ways[by.nextInt(ways.length)];
  }

  /// The text as this person would write it.
  String write(String said, String first, String language, int tone, SplittableRandom by) {
    var text = new StringBuilder(said.length() + 24).append(said);
    if (dots) {
      replaceAll(text, ". ", "… ");
    }
    if (short_) {
      for (String[] pair : language.equals("de") ? SHORTER_DE : SHORTER_EN) {
        replaceAll(text, pair[0], pair[1]);
      }
    }
    if (noUmlaut) {
      replaceAll(text, "ä", "ae");
      replaceAll(text, "ö", "oe");
      replaceAll(text, "ü", "ue");
      replaceAll(text, "ß", "ss");
    }
    if (by.nextDouble() < typo * 12) {
      slip(text, by);
    }
    end(text, by);
    String written = lower ? text.toString().toLowerCase(Locale.ROOT) : text.toString();
    if (by.nextDouble() < emoji) {
      String[] choice = tone > 0 ? GLAD : tone < 0 ? SOUR : PLAIN;
      int own = Math.floorMod(first.hashCode(), choice.length);
      written += " " + choice[by.nextInt(3) == 0 ? by.nextInt(choice.length) : own];
    }
    if (!signOff.isEmpty() && by.nextInt(3) > 0) {
      written += " " + String.format(Locale.ROOT, signOff, first);
    }
    return written;
  }

  private void end(StringBuilder text, SplittableRandom by) {
    int last = text.length() - 1;
    if (last < 0 || text.charAt(last) != '.') {
      return;
    }
    if (loud && by.nextInt(3) > 0) {
      text.setCharAt(last, '!');
      if (by.nextInt(3) == 0) {
        text.append("!!");
      }
    } else if (bare) {
      text.setLength(last);
    }
  }

  private static void slip(StringBuilder text, SplittableRandom by) {
    for (int tries = 0; tries < 4; tries++) {
      int at = by.nextInt(Math.max(1, text.length() - 2));
      if (at + 1 < text.length()
          && Character.isLowerCase(text.charAt(at))
          && Character.isLowerCase(text.charAt(at + 1))) {
        switch (by.nextInt(3)) {
          case 0 -> {
            char first = text.charAt(at);
            text.setCharAt(at, text.charAt(at + 1));
            text.setCharAt(at + 1, first);
          }
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, text.charAt(at));
        }
        return;
      }
    }
  }

  private static void replaceAll(StringBuilder text, String from, String to) {
    for (int at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + to.length())) {
      text.replace(at, at + from.length(), to);
    }
  }
}

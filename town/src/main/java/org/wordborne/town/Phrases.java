package org.wordborne.town;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordborne.town.Bound.Slot;
import org.wordborne.town.Grammar.Saying;
import org.wordborne.town.Grammar.Section;

/// Puts remarks together in one language: a remark, what leads to it and what follows, in the
/// speaker's own hand. A wording that was used before is put differently.
final class Phrases {

  private static final String[] CAFES_EN = {"the Lantern", "the Blue Cup", "Mill Lane Coffee"};
  private static final String[] CAFES_EN_SHORT = {"Lantern", "Blue Cup", "Mill Lane"};
  private static final String[] CAFES_DE = {"Lantern", "Blue Cup", "Mill Lane"};

  /// Sections of replies that tell something which may be wrong.
  private static final Pattern TELLS = Pattern.compile("know|weiss|tip");

  private final Grammar grammar;
  private final Map<Theme, List<Section>> roots = new EnumMap<>(Theme.class);
  private final Map<Theme, List<Section>> replies = new EnumMap<>(Theme.class);
  private final List<Section> anyReplies;
  private final Said said;

  Phrases(Grammar grammar, Said said) {
    this.grammar = grammar;
    this.said = said;
    for (Theme theme : Theme.values()) {
      roots.put(theme, named(theme.stem() + ".say"));
      replies.put(theme, named(theme.stem() + ".re"));
    }
    anyReplies = named("re");
  }

  private List<Section> named(String prefix) {
    var found = new ArrayList<Section>();
    for (Section section : grammar.all()) {
      boolean fits = section.name().equals(prefix) || section.name().startsWith(prefix + ".");
      if (fits && section.truth() != null) {
        found.add(section);
      }
    }
    return List.copyOf(found);
  }

  String language() {
    return grammar.language();
  }

  boolean knows(Theme theme) {
    return !roots.getOrDefault(theme, List.of()).isEmpty();
  }

  /// A remark as said, with what it truly is, and which line of the grammar it came from.
  record Remark(String text, Truth truth, int line) {}

  /// A first word on `theme` by someone who thinks `opinion` of `cafe`.
  Remark open(
      Theme theme, Person who, String friend, int cafe, double opinion, SplittableRandom by) {
    var section = fitting(roots.getOrDefault(theme, List.of()), opinion, by);
    var bound = bind(theme, who, friend, cafe, "", by);
    return say(section, theme, bound, who, true, by);
  }

  /// What someone says to `author` in a thread they opened themselves.
  Remark own(Theme theme, Person who, String author, String friend, SplittableRandom by) {
    var bound = bind(theme, who, friend, 0, author, by);
    return say(grammar.section("re.own"), theme, bound, who, false, by);
  }

  /// The bare remark of a first word, for those who tell the rest themselves.
  Remark tell(
      Theme theme, Person who, String friend, int cafe, double opinion, SplittableRandom by) {
    var section = fitting(roots.getOrDefault(theme, List.of()), opinion, by);
    var remark = line(section.name(), theme, who, "", friend, cafe, by);
    if (remark == null) {
      throw new IllegalArgumentException("nothing to say on " + theme);
    }
    return remark;
  }

  /// A reply to someone called `author` on `theme`.
  Remark reply(
      Theme theme,
      Person who,
      String author,
      String friend,
      int cafe,
      double opinion,
      SplittableRandom by) {
    var own = replies.getOrDefault(theme, List.of());
    var from = own.isEmpty() || by.nextDouble() < (theme.isCafe() ? 0.1 : 0.4) ? anyReplies : own;
    var section = fitting(from, opinion, by);
    var bound = bind(theme, who, friend, cafe, author, by);
    return say(section, theme, bound, who, false, by);
  }

  /// A line of the named section and nothing around it but, now and then, a salutation; null if
  /// the language has none of that name.
  @Nullable Remark line(
      String name,
      Theme theme,
      Person who,
      String author,
      String friend,
      int cafe,
      SplittableRandom by) {
    var section = grammar.find(name);
    var truth = section == null ? null : section.truth();
    if (section == null || truth == null) {
      return null;
    }
    Saying saying;
    int tries = 0;
    do {
      saying = new Saying(by, bind(theme, who, friend, cafe, author, by));
      if (!author.isEmpty() && by.nextInt(3) == 0) {
        append(saying, "re.name");
      }
      section.say(saying);
    } while (!said.first(saying.path) && tries++ < 6);
    String text = who.habit().write(finish(saying.text), who.first(), language(), truth.tone(), by);
    return new Remark(text, truth, saying.line);
  }

  /// Words of a section that states no truth, such as a note under an edited post.
  String aside(String name, SplittableRandom by) {
    var saying = new Saying(by, new Bound());
    grammar.section(name).say(saying);
    return saying.text.toString();
  }

  /// A heading for a thread, or an empty one.
  String title(Theme theme, int cafe, SplittableRandom by) {
    var section = grammar.find(theme.stem() + ".title");
    if (section == null) {
      return "";
    }
    var saying = new Saying(by, new Bound().with(Slot.C, cafe(cafe, by)));
    section.say(saying);
    return finish(saying.text);
  }

  private Section fitting(List<Section> sections, double opinion, SplittableRandom by) {
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("nothing to say in " + grammar.language());
    }
    if (sections.size() == 1) {
      return sections.getFirst();
    }
    double total = 0;
    for (Section section : sections) {
      total += fit(section, opinion);
    }
    double at = by.nextDouble() * total;
    for (Section section : sections) {
      at -= fit(section, opinion);
      if (at < 0) {
        return section;
      }
    }
    return sections.getLast();
  }

  private static double fit(Section section, double opinion) {
    var truth = section.truth();
    return truth == null ? 0 : Math.exp(2.2 * truth.tone() * opinion);
  }

  private Remark say(
      Section section, Theme theme, Bound bound, Person who, boolean opening, SplittableRandom by) {
    var truth = section.truth();
    if (truth == null) {
      throw new IllegalArgumentException(section.name() + " states no truth");
    }
    Saying saying = attempt(section, theme, bound, who, opening, by, 0);
    for (int effort = 1; effort < 6 && !said.first(saying.path); effort++) {
      saying = attempt(section, theme, bound, who, opening, by, effort);
    }
    String plain = finish(saying.text);
    String text =
        truth.spam() ? plain : who.habit().write(plain, who.first(), language(), truth.tone(), by);
    return new Remark(text, truth, saying.line);
  }

  /// Says it once. The more `effort`, the more is said around it: the bare remark is worn out.
  private Saying attempt(
      Section section,
      Theme theme,
      Bound bound,
      Person who,
      boolean opening,
      SplittableRandom by,
      int effort) {
    var truth = section.truth();
    var core = new Saying(by, bound);
    section.say(core);
    if (truth == null || truth.spam() || truth.sarcasm() && effort < 2) {
      return core;
    }
    int length = who.habit().length();
    String tone = tone(truth);
    var saying = new Saying(by, bound);
    lead(saying, core, opening, tone, length, by);
    saying.path ^= core.path;
    saying.line = core.line;
    saying.text.append(core.text);
    if (by.nextDouble() < (effort > 0 ? 0.9 : length < 0 ? 0.06 : length > 0 ? 0.7 : 0.36)) {
      follow(saying, section, theme, opening, tone);
    }
    if (opening && by.nextDouble() < (length < 0 ? 0.03 : length > 0 ? 0.36 : 0.16)) {
      boolean venue = theme.isCafe() && theme.ordinal() <= Theme.FERN.ordinal();
      append(saying, venue && by.nextBoolean() ? "close.cafe." + tone : "close." + tone);
    }
    if (effort > 1 || by.nextInt(40) == 0) {
      append(saying, "tail");
    }
    return saying;
  }

  private void lead(
      Saying saying, Saying core, boolean opening, String tone, int length, SplittableRandom by) {
    if (opening) {
      if (by.nextDouble() < (length < 0 ? 0.05 : length > 0 ? 0.4 : 0.2)) {
        append(saying, "open." + tone);
      }
    } else if (!core.named && by.nextDouble() < 0.4) {
      append(saying, "re.open");
    } else if (by.nextInt(9) == 0) {
      append(saying, "re.aside");
    }
  }

  private void follow(Saying saying, Section section, Theme theme, boolean opening, String tone) {
    if (opening) {
      append(saying, theme.stem() + ".more");
    } else if (!tone.equals("neu") || TELLS.matcher(section.name()).find()) {
      append(saying, "re.more." + tone);
    }
  }

  private static String tone(Truth truth) {
    if (truth.intents().contains("question")) {
      return "ask";
    }
    return truth.tone() > 0 ? "pos" : truth.tone() < 0 ? "neg" : "neu";
  }

  private void append(Saying saying, String name) {
    var section = grammar.find(name);
    if (section == null) {
      return;
    }
    if (!saying.text.isEmpty()) {
      saying.text.append(' ');
    }
    section.say(saying);
    if (name.startsWith("open")
        || name.startsWith("re.open")
        || name.equals("re.aside")
        || name.equals("re.name")) {
      saying.text.append(' ');
    }
  }

  private Bound bind(
      Theme theme, Person who, String friend, int cafe, String author, SplittableRandom by) {
    int rival = (cafe + 1 + by.nextInt(2)) % 3;
    return new Bound()
        .with(Slot.C, cafe(cafe, by))
        .with(Slot.R, cafe(rival, by))
        .with(Slot.AUTHOR, author)
        .with(Slot.FRIEND, friend)
        .with(Slot.THING, theme.thing(language()))
        .with(Slot.ME, who.first());
  }

  private String cafe(int cafe, SplittableRandom by) {
    if (language().equals("de")) {
      return CAFES_DE[cafe];
    }
    return by.nextInt(4) == 0 ? CAFES_EN_SHORT[cafe] : CAFES_EN[cafe];
  }

  /// Capitals after sentence ends, `a~` before vowels, single spaces.
  static String finish(StringBuilder raw) {
    var text = new StringBuilder(raw.length() + 2);
    boolean start = true;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == ' ' && (text.isEmpty() || text.charAt(text.length() - 1) == ' ')) {
        continue;
      }
      if (c == '~') {
        boolean vowel = i + 2 < raw.length() && "aeiouAEIOU".indexOf(raw.charAt(i + 2)) >= 0;
        if (vowel) {
          text.append('n');
        }
        continue;
      }
      if (start && Character.isLetterOrDigit(c)) {
        c = Character.toUpperCase(c);
        start = false;
      } else if (c == '.' || c == '!' || c == '?') {
        start = i + 1 < raw.length() && raw.charAt(i + 1) == ' ';
      } else if (c == '@' && start) {
        start = false;
      }
      text.append(c);
    }
    return text.toString().strip();
  }
}

package org.wordborne.server.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wordborne.server.mention.CorrectionSummary.Share;
import org.wordborne.server.mention.Wilson;
import org.wordborne.server.strategy.Congruence.Agreement;
import org.wordborne.server.strategy.StrategyTalk.Heard;
import org.wordborne.server.strategy.StrategyView.StrategyFigure;

/// What share of us and of the people each theme has, in a talk.
final class ThemeShares {
  /// Of fewer people nothing is said but their own words.
  static final int FEWEST_PERSONS = 25;

  /// Of fewer posts of ours no share of them is told.
  static final int FEWEST_POSTS = 25;

  private static final double MONEY_WEIGHT = .5;
  private static final double NINETY = 1.6448536269514722;
  private static final Duration RECENT = Duration.ofDays(28);

  private final Heard heard;
  private final List<StrategyTheme> themes;
  private final PlacedTalk talk;
  private final Congruence congruence;
  private final double[] say;
  private final double[] they;
  private final Set<UUID> recent = new HashSet<>();
  private final Set<UUID> earlier = new HashSet<>();
  private Optional<Agreement> agreement = Optional.empty();
  private boolean resampled;

  ThemeShares(Heard heard, List<StrategyTheme> themes, PlacedTalk talk, double[] money) {
    this.heard = heard;
    this.themes = themes;
    this.talk = talk;
    double spent = 0;
    for (double share : money) {
      spent += share;
    }
    congruence = new Congruence(themes.size() + 1, money, spent > 0 ? MONEY_WEIGHT : 0);
    say = congruence.brand(congruence.shares(talk.postUnits()));
    they = congruence.shares(talk.personUnits());
    for (TalkWord word : heard.words()) {
      if (!word.own()) {
        place(word, recent, earlier);
      }
    }
  }

  /* Puts who spoke with the last four weeks or the four before; longer ago counts for neither. */
  private void place(TalkWord word, Set<UUID> now, Set<UUID> before) {
    Instant line = heard.to().minus(RECENT);
    if (word.at().isAfter(line)) {
      now.add(word.person());
    } else if (word.at().isAfter(line.minus(RECENT))) {
      before.add(word.person());
    }
  }

  Heard heard() {
    return heard;
  }

  PlacedTalk talk() {
    return talk;
  }

  List<StrategyTheme> themes() {
    return themes;
  }

  /// Resampled once, however often it is asked for.
  synchronized Optional<Agreement> agreement() {
    if (!resampled) {
      agreement = congruence.of(talk.postUnits(), talk.personUnits());
      resampled = true;
    }
    return agreement;
  }

  /// Whether there are so few people that there is no figure at all.
  boolean isSmall() {
    return talk.personCount() < FEWEST_PERSONS;
  }

  boolean sayIsKnown() {
    return talk.postCount() >= FEWEST_POSTS;
  }

  double say(StrategyTheme theme) {
    return say[talk.number(theme.id())];
  }

  double they(StrategyTheme theme) {
    return they[talk.number(theme.id())];
  }

  /// The people's share of a theme with its 90 % interval: the mean of what each gives to it.
  StrategyFigure theyFigure(StrategyTheme theme) {
    double mean = they(theme);
    double squares = 0;
    int k = talk.number(theme.id());
    for (int[] unit : talk.personUnits()) {
      double part = java.util.Arrays.stream(unit).anyMatch(one -> one == k) ? 1.0 / unit.length : 0;
      squares += (part - mean) * (part - mean);
    }
    int n = Math.max(2, talk.personCount());
    double half = NINETY * Math.sqrt(squares / (n - 1) / n);
    return new StrategyFigure(mean, Math.max(0, mean - half), Math.min(1, mean + half), n);
  }

  /// The share of what belongs to no theme, on their side.
  double theyOther() {
    return they[talk.other()];
  }

  double sayOther() {
    return say[talk.other()];
  }

  int persons(StrategyTheme theme) {
    return talk.persons(theme.id()).size();
  }

  /// How many of all people speak of a theme.
  Share spoken(StrategyTheme theme) {
    return Wilson.share(persons(theme), Math.max(1, talk.personCount()));
  }

  /// Those who are more glad than not when they speak of it, and those who are more cross.
  record Moods(Share glad, Share cross) {}

  Moods moods(StrategyTheme theme) {
    var balance = new HashMap<UUID, Integer>();
    for (TalkWord word : talk.words(theme.id())) {
      int side =
          switch (word.mood()) {
            case "positive" -> 1;
            case "negative" -> -1;
            default -> 0;
          };
      balance.merge(word.person(), side, Integer::sum);
    }
    int n = Math.max(1, balance.size());
    return new Moods(
        Wilson.share(balance.values().stream().filter(one -> one > 0).count(), n),
        Wilson.share(balance.values().stream().filter(one -> one < 0).count(), n));
  }

  /// How a theme moved: its share among those who spoke in the last four weeks and in the four
  /// before, spans of one length, since the longer one listens the more people have spoken of
  /// anything.
  record Course(Share before, Share now) {
    boolean rises() {
      return now.share() - before.share()
          > off(now.share() - now.low(), before.high() - before.share());
    }

    boolean falls() {
      return before.share() - now.share()
          > off(now.high() - now.share(), before.share() - before.low());
    }

    /* Newcombe, Interval Estimation for the Difference between Independent Proportions, Statistics
    in Medicine 1998, method 10: moved where 0 lies outside the 90 % interval of the difference. */
    private static double off(double ours, double theirs) {
      return Math.sqrt(ours * ours + theirs * theirs);
    }
  }

  /// The course of a theme; none where one of the spans has fewer than 25 people.
  Optional<Course> course(StrategyTheme theme) {
    if (recent.size() < FEWEST_PERSONS || earlier.size() < FEWEST_PERSONS) {
      return Optional.empty();
    }
    var before = new HashSet<UUID>();
    var now = new HashSet<UUID>();
    for (TalkWord word : talk.words(theme.id())) {
      place(word, now, before);
    }
    return Optional.of(
        new Course(
            Wilson.share(before.size(), earlier.size()), Wilson.share(now.size(), recent.size())));
  }
}

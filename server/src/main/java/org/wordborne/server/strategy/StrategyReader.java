package org.wordborne.server.strategy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionViews;
import org.wordborne.server.strategy.Congruence.Agreement;
import org.wordborne.server.strategy.StrategyView.BecauseView;
import org.wordborne.server.strategy.StrategyView.CourseView;
import org.wordborne.server.strategy.StrategyView.DecisionView;
import org.wordborne.server.strategy.StrategyView.StrategyFigure;
import org.wordborne.server.strategy.StrategyView.StrategyThemeRow;
import org.wordborne.server.strategy.StrategyView.VerdictView;
import org.wordborne.server.strategy.StrategyView.WeekBefore;
import org.wordborne.server.strategy.Verdicts.Verdict;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;

/// Makes the page of the plan: both sides of each theme, what is proposed, what was decided.
@Component
class StrategyReader {
  private static final int VOICES = 3;
  private static final int MOST_IDS = 200;
  private static final int WEEKS = 12;
  private static final double AT_ODDS = .5;
  private static final double AT_ODDS_LOW = .4;
  private static final double TUNE = .5;

  private final Transactions transactions;
  private final StrategyLook look;
  private final StrategyBook book;
  private final MentionViews views;
  private final Reconsider reconsider;
  private final YouSaid youSaid;
  private final InstantSource clock;
  private final Map<WorkspaceId, Shown> shown = new ConcurrentHashMap<>();

  StrategyReader(
      Transactions transactions,
      StrategyLook look,
      StrategyBook book,
      MentionViews views,
      Reconsider reconsider,
      YouSaid youSaid,
      InstantSource clock) {
    this.transactions = transactions;
    this.look = look;
    this.book = book;
    this.views = views;
    this.reconsider = reconsider;
    this.youSaid = youSaid;
    this.clock = clock;
  }

  /// The page as it is now.
  StrategyView view(Scope scope) {
    StrategySight sight = look.sight(scope);
    List<DecisionView> decisions = book.decisions(scope, today());
    var weeks = transactions.in(scope, tx -> StrategyWeeks.newest(tx, WEEKS));
    List<Object> of = List.of(sight, decisions, weeks, book.statementViews(scope));
    return shown
        .compute(
            scope.workspace(),
            (_, before) ->
                before != null && before.of().equals(of)
                    ? before
                    : new Shown(of, view(scope, sight, decisions, weeks)))
        .view();
  }

  /// A page, and what it was made of.
  private record Shown(List<Object> of, StrategyView view) {}

  private StrategyView view(
      Scope scope,
      StrategySight sight,
      List<DecisionView> decisions,
      List<StrategyWeeks.Week> weeks) {
    ThemeShares shares = sight.shares();
    Map<UUID, DecisionView> last = new HashMap<>();
    decisions.forEach(one -> last.putIfAbsent(one.theme(), one));
    List<StrategyThemeRow> rows = rows(scope, sight, last);
    boolean few = shares.isSmall();
    Agreement agreement = few ? null : shares.agreement().orElse(null);
    return new StrategyView(
        shares.heard().from(),
        shares.heard().to(),
        shares.heard().isCut(),
        few,
        few ? null : shares.talk().personCount(),
        few ? null : shares.talk().postCount(),
        agreement == null ? null : figure(agreement),
        agreement == null ? why(shares) : null,
        agreement == null ? null : before(weeks),
        few || !shares.sayIsKnown() ? null : shares.sayOther(),
        few ? null : shares.theyOther(),
        rows,
        few ? views.of(scope, voices(shares.heard().words(), 12)) : List.of(),
        book.statementViews(scope),
        decisions,
        few ? null : reconsider.of(weeks, rows),
        youSaid.address(scope));
  }

  /// The verdict that is proposed of a theme.
  String proposed(Scope scope, UUID id) {
    StrategySight sight = look.sight(scope);
    return sight.shares().themes().stream()
        .filter(theme -> theme.id().equals(id))
        .findFirst()
        .map(theme -> sight.verdicts().of(theme).word())
        .orElseThrow(() -> StrategyBook.missing(id));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static StrategyFigure figure(Agreement agreement) {
    return new StrategyFigure(
        agreement.value(), agreement.low(), agreement.high(), agreement.persons());
  }

  private static String why(ThemeShares shares) {
    if (shares.isSmall()) {
      return "few";
    }
    return shares.talk().personCount() < Congruence.FEWEST ? "persons" : "posts";
  }

  private static @Nullable WeekBefore before(List<StrategyWeeks.Week> weeks) {
    for (var week : weeks.reversed()) {
      if (week.agreement() != null && !week.equals(weeks.getFirst())) {
        return new WeekBefore(week.day(), figure(week.agreement()));
      }
    }
    return null;
  }

  private List<StrategyThemeRow> rows(
      Scope scope, StrategySight sight, Map<UUID, DecisionView> last) {
    var rows = new ArrayList<StrategyThemeRow>();
    for (StrategyTheme theme : sight.shares().themes()) {
      if (!theme.state().equals("aside")) {
        rows.add(row(scope, theme, sight, last.get(theme.id())));
      }
    }
    rows.sort(Comparator.comparingDouble(StrategyReader::weight).reversed());
    return rows;
  }

  private static double weight(StrategyThemeRow row) {
    var they = row.they();
    Double say = row.say();
    return Math.max(they == null ? 0 : they.value(), say == null ? 0 : say);
  }

  private StrategyThemeRow row(
      Scope scope, StrategyTheme theme, StrategySight sight, @Nullable DecisionView last) {
    ThemeShares shares = sight.shares();
    Verdict verdict = sight.verdicts().of(theme);
    boolean small = shares.isSmall();
    int persons = shares.persons(theme);
    boolean few = small || persons < ThemeShares.FEWEST_PERSONS;
    Double say = small || !shares.sayIsKnown() ? null : shares.say(theme);
    StrategyFigure they = few ? null : shares.theyFigure(theme);
    var moods = shares.moods(theme);
    StrategyFigure spoken = few ? null : StrategyFigure.of(shares.spoken(theme));
    var words = shares.talk().words(theme.id());
    return new StrategyThemeRow(
        theme.id(),
        theme.name(),
        theme.query(),
        theme.origin(),
        theme.state(),
        theme.ownerName(),
        few,
        few ? null : persons,
        say,
        they,
        spoken,
        few ? null : StrategyFigure.of(moods.glad()),
        few ? null : StrategyFigure.of(moods.cross()),
        few ? null : course(shares, theme),
        say == null || they == null ? null : together(say, they, moods, verdict),
        say == null || they == null ? null : score(say, they.value()),
        view(verdict),
        views.of(scope, voices(words, VOICES)),
        words.stream().limit(MOST_IDS).map(one -> one.mention().id()).toList(),
        last,
        theme.campaign());
  }

  private static @Nullable CourseView course(ThemeShares shares, StrategyTheme theme) {
    return shares
        .course(theme)
        .map(
            one ->
                new CourseView(
                    StrategyFigure.of(one.before()),
                    StrategyFigure.of(one.now()),
                    one.rises() ? "rising" : one.falls() ? "falling" : "steady"))
        .orElse(null);
  }

  private static String together(
      double say, StrategyFigure they, ThemeShares.Moods moods, Verdict verdict) {
    boolean promised =
        verdict.because().stream().anyMatch(one -> one.statement().kind().equals("promise"));
    if (promised && moods.cross().share() >= AT_ODDS && moods.cross().low() >= AT_ODDS_LOW) {
      return "at-odds";
    }
    boolean within = they.low() <= say && say <= they.high();
    if (within || score(say, they.value()) >= TUNE) {
      return "in-tune";
    }
    return they.value() > say ? "unheard" : "unasked";
  }

  private static double score(double say, double they) {
    double most = Math.max(say, they);
    return most == 0 ? 1 : Math.min(say, they) / most;
  }

  private static VerdictView view(Verdict verdict) {
    return new VerdictView(
        verdict.word(),
        verdict.because().stream()
            .map(
                one ->
                    new BecauseView(
                        one.statement().id(),
                        one.statement().kind(),
                        one.statement().text(),
                        one.how(),
                        one.words()))
            .toList());
  }

  /// The newest word of each of some people, of as many languages as there are.
  static List<Mention> voices(List<TalkWord> words, int most) {
    var newest = new HashMap<UUID, TalkWord>();
    for (TalkWord word : words) {
      if (!word.own()) {
        newest.merge(word.person(), word, (one, two) -> one.at().isBefore(two.at()) ? two : one);
      }
    }
    var sorted = new ArrayList<>(newest.values());
    sorted.sort(Comparator.comparing(TalkWord::at).reversed());
    var chosen = new ArrayList<TalkWord>();
    for (boolean otherLanguage : new boolean[] {true, false}) {
      for (TalkWord word : sorted) {
        boolean spoken =
            chosen.stream()
                .anyMatch(one -> one.mention().language().equals(word.mention().language()));
        if (chosen.size() < most && !chosen.contains(word) && !(otherLanguage && spoken)) {
          chosen.add(word);
        }
      }
    }
    chosen.sort(Comparator.comparing(TalkWord::at).reversed());
    return chosen.stream().map(TalkWord::mention).toList();
  }
}

package org.wordborne.server.strategy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.result.ShareOfVoice;
import org.wordborne.server.strategy.StrategyTalk.Heard;
import org.wordborne.server.strategy.WordPairs.Found;
import org.wordborne.server.topic.Topic;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// Looks through the talk: proposes themes, keeps each week's shares.
@Component
class StrategyLook {
  private static final int WEEKS_BACK = 3;
  private static final double BRAND_TOPIC = .6;
  private static final int FEWEST_WORDS = 5;

  private final Transactions transactions;
  private final StrategyTalk talk;
  private final Topics topics;
  private final ShareOfVoice voice;
  private final Workspaces workspaces;
  private final Ids ids;
  private final InstantSource clock;
  private final Map<WorkspaceId, Seen> kept = new ConcurrentHashMap<>();

  StrategyLook(
      Transactions transactions,
      StrategyTalk talk,
      Topics topics,
      ShareOfVoice voice,
      Workspaces workspaces,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.talk = talk;
    this.topics = topics;
    this.voice = voice;
    this.workspaces = workspaces;
    this.ids = ids;
    this.clock = clock;
  }

  /// The talk as it is now, held against what is kept.
  StrategySight sight(Scope scope) {
    Heard heard = talk.now(scope);
    var seen = new Seen(heard, statements(scope), themes(scope), null);
    return kept.compute(
            scope.workspace(),
            (_, before) ->
                before != null && seen.isAs(before) ? before : seen.with(sight(scope, seen)))
        .looked();
  }

  /// What a sight was made of, and the sight.
  private record Seen(
      Heard heard,
      List<StrategyStatement> statements,
      List<StrategyTheme> themes,
      @Nullable StrategySight sight) {

    boolean isAs(@Nullable Seen before) {
      return before != null
          && heard.equals(before.heard)
          && statements.equals(before.statements)
          && themes.equals(before.themes);
    }

    Seen with(StrategySight made) {
      return new Seen(heard, statements, themes, made);
    }

    StrategySight looked() {
      return Objects.requireNonNull(sight);
    }
  }

  private List<StrategyStatement> statements(Scope scope) {
    return transactions.in(scope, StatementBook::standing);
  }

  private List<StrategyTheme> themes(Scope scope) {
    return transactions.in(scope, ThemeBook::all).stream()
        .filter(theme -> !theme.state().equals("aside"))
        .toList();
  }

  private StrategySight sight(Scope scope, Heard heard) {
    return sight(scope, new Seen(heard, statements(scope), themes(scope), null));
  }

  private StrategySight sight(Scope scope, Seen seen) {
    Heard heard = seen.heard();
    var statements = seen.statements();
    var themes = seen.themes();
    var placed = new PlacedTalk(heard.words(), themes, statements);
    var verdicts = new Verdicts(statements, placed, heard.words(), except(scope));
    double[] money = Spending.shares(statements, themes, verdicts);
    return new StrategySight(new ThemeShares(heard, themes, placed, money), verdicts);
  }

  private Set<String> except(Scope scope) {
    return ThemeFinder.except(workspaces.brand(scope));
  }

  /// Looks anew: takes topics as themes, proposes what stands out, keeps this week's shares.
  void look(Scope scope) {
    talk.forget(scope);
    Heard heard = talk.now(scope);
    takeTopics(scope, heard);
    propose(scope, heard);
    dropUnborne(scope, heard);
    keepWeeks(scope);
  }

  private void takeTopics(Scope scope, Heard heard) {
    var known = transactions.in(scope, ThemeBook::all);
    var placed = new PlacedTalk(heard.words(), List.of(), List.of());
    Set<UUID> rivals = voice.rivals(scope);
    for (Topic topic : topics.all(scope)) {
      var theme =
          known.stream().filter(one -> topic.id().equals(one.topic())).findFirst().orElse(null);
      if (rivals.contains(topic.id())) {
        setAside(scope, theme);
      } else if (theme == null && !isBrand(topic, heard, placed.personCount())) {
        add(scope, made(topic.name(), topic.query(), "topic", topic.id(), List.of()));
      } else if (theme != null && !theme.query().equals(topic.query())) {
        transactions.run(scope, tx -> ThemeBook.change(tx, withQuery(theme, topic)));
      }
    }
  }

  /// What others are is no theme of ours.
  private void setAside(Scope scope, @Nullable StrategyTheme theme) {
    if (theme != null && !theme.state().equals("aside")) {
      var aside = new ThemeDraft(null, null, null, false);
      var changed = StrategyInput.changed(theme, aside, Set.of(), theme.ownerName());
      transactions.run(scope, tx -> ThemeBook.change(tx, changed));
    }
  }

  private static StrategyTheme withQuery(StrategyTheme theme, Topic topic) {
    return new StrategyTheme(
        theme.id(),
        theme.name(),
        topic.query(),
        theme.origin(),
        topic.id(),
        theme.words(),
        theme.linked(),
        theme.state(),
        theme.ownerName(),
        theme.version(),
        theme.campaign(),
        theme.madeAt());
  }

  /// A topic that most people are about is the brand itself, and no theme of it.
  private static boolean isBrand(Topic topic, Heard heard, int all) {
    var persons = new HashSet<UUID>();
    for (TalkWord word : heard.words()) {
      if (!word.own() && word.mention().topics().contains(topic.id())) {
        persons.add(word.person());
      }
    }
    return persons.size() >= BRAND_TOPIC * Math.max(1, all);
  }

  private void propose(Scope scope, Heard heard) {
    var finder = new ThemeFinder(heard.words(), except(scope));
    List<StrategyTheme> known = transactions.in(scope, ThemeBook::all);
    var placed = new PlacedTalk(heard.words(), known, List.of());
    for (Found found : finder.asked(placed, known)) {
      add(scope, made(found, "words"));
    }
    var then = transactions.in(scope, ThemeBook::all);
    var again = new PlacedTalk(heard.words(), then, List.of());
    for (Found found : finder.said()) {
      boolean new_ = then.stream().noneMatch(one -> saidIn(again, one, found));
      if (new_) {
        add(scope, made(found, "said"));
      }
    }
  }

  private static boolean saidIn(PlacedTalk placed, StrategyTheme theme, Found found) {
    return placed.posts(theme.id()) * 2 >= found.speakers().size();
  }

  private StrategyTheme made(Found found, String origin) {
    var words = new ArrayList<>(found.words());
    return made(found.name(), found.query(), origin, null, words);
  }

  private StrategyTheme made(
      String name,
      String query,
      String origin,
      @org.jspecify.annotations.Nullable UUID topic,
      List<String> words) {
    return new StrategyTheme(
        ids.next(),
        name,
        query,
        origin,
        topic,
        words,
        List.of(),
        topic == null ? "proposed" : "kept",
        "",
        1,
        null,
        clock.instant());
  }

  private void add(Scope scope, StrategyTheme theme) {
    transactions.run(scope, tx -> ThemeBook.add(tx, scope, theme));
  }

  private void dropUnborne(Scope scope, Heard heard) {
    var known = transactions.in(scope, ThemeBook::all);
    var placed = new PlacedTalk(heard.words(), known, List.of());
    for (StrategyTheme theme : known) {
      boolean borne = placed.persons(theme.id()).size() + placed.posts(theme.id()) >= FEWEST_WORDS;
      if (theme.state().equals("proposed") && !borne) {
        transactions.run(scope, tx -> ThemeBook.drop(tx, theme.id()));
      }
    }
  }

  /// The shares at the beginning of this week and of those before, where none were kept.
  private void keepWeeks(Scope scope) {
    LocalDate monday =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int back = 0; back < WEEKS_BACK; back++) {
      LocalDate day = monday.minusWeeks(back);
      if (!transactions.in(scope, tx -> StrategyWeeks.has(tx, day))) {
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        StrategySight then = sight(scope, talk.until(scope, at));
        if (then.shares().talk().personCount() > 0) {
          transactions.run(scope, tx -> StrategyWeeks.write(tx, scope, day, then.shares()));
        }
      }
    }
  }
}

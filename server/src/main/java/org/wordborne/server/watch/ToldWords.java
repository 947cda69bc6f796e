package org.wordborne.server.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.server.mailroom.HookKind;
import org.wordborne.server.mailroom.HookTo;
import org.wordborne.server.mailroom.Telex;
import org.wordborne.server.mailroom.Telexes;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionFollower;
import org.wordborne.server.mention.WordQueries;
import org.wordborne.server.workspace.Scope;

/// Tells programs of each word that was heard, and of each that was taken back: where it stands
/// and how it was judged, not what it says.
@Component
final class ToldWords implements MentionFollower {
  /* Less than the log is kept: as long as it is, nobody is told of a word twice. */
  private static final Duration NEWS = Duration.ofDays(25);

  private final Telexes telexes;
  private final WordQueries queries;
  private final InstantSource clock;

  ToldWords(Telexes telexes, WordQueries queries, InstantSource clock) {
    this.telexes = telexes;
    this.queries = queries;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "told words";
  }

  @Override
  public void follow(Scope scope, List<Mention> batch, JdbcClient tx) {
    for (HookTo to : telexes.wanting(scope, HookKind.WORD_HEARD.type())) {
      heard(scope, to, batch);
    }
    List<HookTo> wanting = telexes.wanting(scope, HookKind.WORD_REMOVED.type());
    for (Mention word : batch) {
      if (word.isDeleted() && !word.own()) {
        wanting.forEach(to -> removed(scope, to, word));
      }
    }
  }

  private void heard(Scope scope, HookTo to, List<Mention> batch) {
    Predicate<Mention> asked = asked(scope, to.query());
    Instant oldest = clock.instant().minus(NEWS);
    for (Mention word : batch) {
      boolean news = word.heardAt().isAfter(to.since()) && word.heardAt().isAfter(oldest);
      if (news && isTold(word) && asked.test(word)) {
        telexes.send(
            scope,
            to,
            new Telex(
                HookKind.WORD_HEARD.type(),
                word.heardAt(),
                data(word),
                "word-" + word.id() + "-" + to.id(),
                word.id()));
      }
    }
  }

  private static boolean isTold(Mention word) {
    return !word.isDeleted()
        && !word.own()
        && !word.hidden()
        && !word.topics().isEmpty()
        && !word.understanding().countsAsSpam();
  }

  /* A query that a later version no longer reads finds nothing. */
  private Predicate<Mention> asked(Scope scope, String query) {
    try {
      return query.isEmpty() ? _ -> true : queries.of(scope, Query.parse(query));
    } catch (QueryException unreadable) {
      return _ -> false;
    }
  }

  private void removed(Scope scope, HookTo to, Mention word) {
    telexes.send(
        scope,
        to,
        new Telex(
            HookKind.WORD_REMOVED.type(),
            clock.instant(),
            Map.of("word", word.id()),
            "gone-" + word.id() + "-" + to.id(),
            word.id()));
  }

  private Map<String, Object> data(Mention word) {
    var understanding = word.understanding();
    var data = new LinkedHashMap<String, Object>();
    data.put("word", word.id());
    data.put("topics", word.topics().stream().sorted().toList());
    if (word.source() != null) {
      data.put("source", word.source());
    }
    data.put("channel", word.channel());
    data.put("spokenAt", word.spokenAt().toString());
    data.put("heardAt", word.heardAt().toString());
    data.put("language", word.language());
    data.put("sentiment", understanding.sentiment());
    data.put("intents", understanding.intents().keySet().stream().sorted().toList());
    data.put("url", word.url());
    return data;
  }
}

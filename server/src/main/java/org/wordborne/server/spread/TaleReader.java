package org.wordborne.server.spread;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.mention.SourceNames;
import org.wordborne.server.person.People;
import org.wordborne.server.person.PersonRef;
import org.wordborne.server.spread.TaleView.Step;
import org.wordborne.server.spread.TaleView.Teller;
import org.wordborne.server.spread.TaleView.UsualHour;
import org.wordborne.server.workspace.Scope;

/// Reads a tale whole: its stair, who told whom, and what is usual at this hour.
@Component
class TaleReader {
  private static final int IN_TREE = 300;
  private final Mentions mentions;
  private final People people;
  private final InstantSource clock;
  private final ObjectProvider<SourceNames> sources;

  TaleReader(
      Mentions mentions, People people, InstantSource clock, ObjectProvider<SourceNames> sources) {
    this.mentions = mentions;
    this.people = people;
    this.clock = clock;
    this.sources = sources;
  }

  TaleView view(Scope scope, TaleLine line, JdbcClient tx) {
    Instant now = clock.instant();
    List<Telling> all = TaleBook.tellings(tx, List.of(line.id()));
    List<Telling> tellers = TaleForecasts.tellers(all);
    var steps = new ArrayList<Step>();
    for (Telling one : tellers) {
      steps.add(new Step(one.at(), steps.size() + 1));
    }
    Instant hour = now.minus(Duration.ofHours(1));
    return new TaleView(
        TaleRows.row(line, tellers, now),
        line.fact(),
        (int) tellers.stream().filter(Telling::ownWords).count(),
        (int) tellers.stream().filter(Telling::asks).count(),
        (int) tellers.stream().filter(one -> one.at().isAfter(hour)).count(),
        line.topic() == null ? null : usualHour(line.topic(), now, tx),
        steps,
        tree(scope, tellers, all, tx));
  }

  private List<Teller> tree(Scope scope, List<Telling> tellers, List<Telling> all, JdbcClient tx) {
    List<Telling> shown = tellers.subList(0, Math.min(IN_TREE, tellers.size()));
    Map<UUID, Mention> words =
        mentions.byIds(tx, shown.stream().map(Telling::mention).toList()).stream()
            .collect(Collectors.toMap(Mention::id, word -> word));
    var parents = TaleTree.parents(shown, all, words, mentions, tx);
    Set<UUID> handles = shown.stream().map(Telling::handle).collect(Collectors.toSet());
    Map<UUID, UUID> persons = people.peopleOf(scope, handles);
    SourceNames known = sources.getIfAvailable();
    Map<UUID, String> names = known == null ? Map.of() : known.names(scope);
    var tree = new ArrayList<Teller>();
    for (Telling one : shown) {
      Mention word = words.get(one.mention());
      if (word != null) {
        var parent = parents.getOrDefault(one.mention(), TaleTree.Parent.NONE);
        UUID source = word.source();
        tree.add(
            new Teller(
                one.mention(),
                PersonRef.of(persons.get(one.handle()), word.author().name()),
                one.at(),
                source == null ? word.channel() : names.getOrDefault(source, word.channel()),
                one.followers(),
                parent.mention(),
                parent.certain(),
                one.asks()));
      }
    }
    return tree;
  }

  private static @Nullable UsualHour usualHour(UUID topic, Instant now, JdbcClient tx) {
    var counts = new ArrayList<Integer>();
    Instant first = MinuteBook.first(tx).orElse(now);
    var people = MinuteBook.people(tx, topic, now.minus(Duration.ofDays(29)), now);
    for (int day = 1; day <= 28; day++) {
      Instant until = now.minus(Duration.ofDays(day));
      Instant from = until.minus(Duration.ofHours(1));
      if (from.isBefore(first)) {
        break;
      }
      counts.add(
          people.subMap(from.getEpochSecond(), until.getEpochSecond()).values().stream()
              .mapToInt(Integer::intValue)
              .sum());
    }
    if (counts.size() < 7) {
      return null;
    }
    counts.sort(null);
    return new UsualHour(
        counts.get(counts.size() / 2), counts.get((int) (counts.size() * .9)), counts.size());
  }
}

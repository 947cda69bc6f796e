package org.wordborne.server.person;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;

/// Keeps people up to date with the words that are heard.
///
/// Each word has one line, so hearing it again, edited, corrected or deleted takes back what it
/// counted before and counts what it is now. The caller gives words in the order of their sequence,
/// in a transaction of the workspace, one batch at a time.
@Component
public class PeopleLedger {
  private final Ids ids;
  private final HandleBook handles;

  PeopleLedger(Ids ids) {
    this.ids = ids;
    this.handles = new HandleBook(ids);
  }

  /// Takes a batch of words into the books.
  public LedgerEntry take(Scope scope, List<SpokenWord> batch, JdbcClient tx) {
    var words = lastOfEach(batch);
    if (words.isEmpty()) {
      return LedgerEntry.NONE;
    }
    var before = SpokenLines.find(tx, namedIn(words));
    var authors = handles.of(scope, words, tx);
    var ties = new ThreadTies(ids::next);
    before.forEach((key, line) -> ties.known(key, line.thread()));
    var placed = place(words, before, authors, ties);
    var lines = new SpokenLines(scope, tx);
    lines.write(placed, ties);
    lines.writeNamedOnly(placed, before.keySet(), ties);
    lines.join(ties.joined());
    new PeopleCounts(scope, tx).change(placed, before);
    new TrustEdges(scope, tx).derive(placed, before);
    return new LedgerEntry(placed, ties.joined());
  }

  /// Notes that we answered a word; the second time changes nothing.
  public void answered(UUID mention, Instant at, JdbcClient tx) {
    tx.sql(
            """
            with now_answered as (
              update spoken set answered_at = :at
              where mention_id = :mention and answered_at is null
              returning workspace_id, person_id)
            update person p set answered_by_us = answered_by_us + 1
            from now_answered a where p.workspace_id = a.workspace_id and p.id = a.person_id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("mention", mention)
        .update();
  }

  /// Says that the account behind a word is ours: its words are no voices of the people.
  public void markOwn(Scope scope, UUID person, JdbcClient tx) {
    new PeopleCounts(scope, tx).makeOwn(person);
  }

  /// Where a mention stands in the books; empty until they have come to it.
  public Optional<PlacedWord> find(UUID id, Mention mention, JdbcClient tx) {
    return tx.sql(
            """
            select s.person_id, s.thread_id, s.own, coalesce(p.hear, 0)
            from spoken s left join person p on p.workspace_id = s.workspace_id
              and p.id = s.person_id
            where s.mention_id = :mention
            """)
        .param("mention", id)
        .query(
            (row, _) ->
                new PlacedWord(
                    SpokenWord.from(mention, false),
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBoolean(3),
                    true,
                    row.getLong(4)))
        .optional();
  }

  private static List<SpokenWord> lastOfEach(List<SpokenWord> batch) {
    var last = new LinkedHashMap<ThreadTies.Key, SpokenWord>();
    batch.forEach(word -> last.put(key(word, word.nativeId()), word));
    return List.copyOf(last.values());
  }

  private static Collection<ThreadTies.Key> namedIn(List<SpokenWord> words) {
    return words.stream()
        .flatMap(word -> Stream.concat(named(word).stream(), repeated(word)))
        .distinct()
        .toList();
  }

  private static Stream<ThreadTies.Key> repeated(SpokenWord word) {
    return word.repostOf().isEmpty() ? Stream.of() : Stream.of(key(word, word.repostOf()));
  }

  /// The ids that a word names and that are of one thread: itself, its parent, its root.
  static List<ThreadTies.Key> named(SpokenWord word) {
    return Stream.of(word.nativeId(), word.inReplyTo(), word.threadRoot())
        .filter(id -> !id.isEmpty())
        .distinct()
        .map(id -> key(word, id))
        .toList();
  }

  static ThreadTies.Key key(SpokenWord word, String nativeId) {
    return new ThreadTies.Key(word.place(), nativeId);
  }

  private static List<PlacedWord> place(
      List<SpokenWord> words,
      Map<ThreadTies.Key, SpokenLines.Line> before,
      Map<UUID, HandleBook.Handle> authors,
      ThreadTies ties) {
    words.forEach(word -> ties.tie(named(word)));
    var placed = new ArrayList<PlacedWord>();
    for (var word : words) {
      var line = before.get(key(word, word.nativeId()));
      var author = authors.get(word.author().handle());
      boolean own = word.own() || author != null && author.own();
      placed.add(
          new PlacedWord(
              word,
              author == null ? null : author.person(),
              ties.tie(named(word)),
              own,
              line != null && Objects.nonNull(line.mention()),
              author == null ? word.author().followers() : author.followers()));
    }
    return placed;
  }
}

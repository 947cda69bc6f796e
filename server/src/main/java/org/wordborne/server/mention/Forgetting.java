package org.wordborne.server.mention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.personal.Subject;

/// Takes words out of everything that was made of them: who asks to be forgotten is not read, not
/// found, and not told on.
///
/// Taking them back goes by the sequence, as a deletion at the origin does: so every follower
/// learns of it.
@Component
public class Forgetting {
  private static final int AT_ONCE = 500;
  private static final UUID NOBODY = new UUID(0, 0);

  private final Transactions transactions;
  private final MentionCounter counter;
  private final MentionFollowers followers;
  private final MentionIndexes indexes;
  private final Mentions mentions;
  private final FollowerPlaces places;
  private final InstantSource clock;

  Forgetting(
      Transactions transactions,
      MentionCounter counter,
      MentionFollowers followers,
      MentionIndexes indexes,
      Mentions mentions,
      FollowerPlaces places,
      InstantSource clock) {
    this.transactions = transactions;
    this.counter = counter;
    this.followers = followers;
    this.indexes = indexes;
    this.mentions = mentions;
    this.places = places;
    this.clock = clock;
  }

  /// Nothing is written while the transaction goes on: what comes after it knows what it decides.
  public void hold(JdbcClient tx, Scope scope) {
    counter.lock(tx, scope);
  }

  /// How the authors behind these handles are known on their networks.
  public List<Subject.Handle> handles(JdbcClient tx, Collection<UUID> handles) {
    return tx.sql(
            """
            select distinct handle, channel, origin,
              case when author_id = '' then author_name else author_id end as who
            from mention where handle = any(?)""")
        .param(handles.toArray(UUID[]::new))
        .query(
            (row, _) ->
                new Subject.Handle(
                    row.getObject("handle", UUID.class),
                    row.getString("channel"),
                    row.getString("origin"),
                    row.getString("who")))
        .list();
  }

  /// The handles behind all words, page by page.
  ///
  /// @param after the last of the page before; null for the first
  public List<UUID> allHandles(JdbcClient tx, @Nullable UUID after) {
    return tx.sql(
            """
            select distinct handle from mention where handle > ?
            order by handle limit 5000""")
        .param(after == null ? NOBODY : after)
        .query(UUID.class)
        .list();
  }

  /// What these handles said.
  public List<Subject.Word> words(JdbcClient tx, Collection<UUID> handles) {
    return tx.sql("select id, channel, origin, native_id from mention where handle = any(?)")
        .param(handles.toArray(UUID[]::new))
        .query((row, _) -> word(row, true))
        .list();
  }

  /// Of these words by others, what we answered and what only repeats.
  public List<Subject.Word> echoes(JdbcClient tx, Collection<UUID> words) {
    return tx.sql(
            """
            select id, channel, origin, native_id from mention
            where id = any(?) and (own or repost_of <> '')""")
        .param(words.toArray(UUID[]::new))
        .query((row, _) -> word(row, false))
        .list();
  }

  private static Subject.Word word(ResultSet row, boolean theirs) throws SQLException {
    return new Subject.Word(
        row.getObject("id", UUID.class),
        row.getString("channel"),
        row.getString("origin"),
        row.getString("native_id"),
        theirs);
  }

  /// Every name under which these handles spoke.
  public List<String> names(JdbcClient tx, Collection<UUID> handles) {
    return tx.sql(
            """
            select distinct name from (
              select author_name as name from mention where handle = any(:handles)
              union all select author_id from mention where handle = any(:handles)) named
            where name <> ''""")
        .param("handles", handles.toArray(UUID[]::new))
        .query(String.class)
        .list();
  }

  /// Erases words and who spoke them; a number for each tells every follower. Words that are gone
  /// already are passed over.
  public void takeBack(Scope scope, List<Subject.Word> words) {
    for (int from = 0; from < words.size(); from += AT_ONCE) {
      var some = words.subList(from, Math.min(words.size(), from + AT_ONCE));
      transactions.run(scope, tx -> takeBackSome(tx, scope, some));
    }
    followers.wake(scope.workspace());
  }

  private void takeBackSome(JdbcClient tx, Scope scope, List<Subject.Word> words) {
    long seq = counter.lock(tx, scope);
    tx.sql(Statements.GONE_IDENTITIES).param(keys(words)).update();
    int gone =
        tx.sql(Statements.FORGET)
            .param(words.stream().map(Subject.Word::id).toArray(UUID[]::new))
            .param(seq)
            .param(clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (gone > 0) {
      counter.advance(tx, scope, seq + gone);
      Backfills.renumbered(tx, seq + gone);
    }
  }

  /// The identities of words.
  static UUID[] keys(Collection<Subject.Word> words) {
    return words.stream()
        .map(word -> Digests.key(word.channel(), word.origin(), word.nativeId()))
        .toArray(UUID[]::new);
  }

  /// The number of what happened last.
  public long newest(Scope scope) {
    return mentions.newestSeq(scope);
  }

  /// Whether all who follow, the index too, have seen what happened so far.
  public boolean isFollowed(Scope scope) {
    return isFollowed(scope, newest(scope));
  }

  /// Whether all who follow, the index too, have seen what happened up to a number.
  public boolean isFollowed(Scope scope, long upto) {
    return places.slowest(scope) >= upto && indexes.visible(scope) >= upto;
  }

  /// Lets the bytes of what was deleted leave the disk; returns whether all of them have.
  public boolean expunge(Scope scope) {
    try {
      return indexes.expunge(scope.workspace());
    } catch (IOException e) {
      throw new UncheckedIOException("The search index could not be written anew.", e);
    }
  }
}

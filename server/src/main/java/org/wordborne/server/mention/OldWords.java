package org.wordborne.server.mention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;

/// Words by when they were heard, oldest first. Their ids hold that time, so no index of its own is
/// needed.
@Component
public class OldWords {
  private final MentionIndexes indexes;

  OldWords(MentionIndexes indexes) {
    this.indexes = indexes;
  }

  /// Of which sources words are meant.
  ///
  /// @param only of this one alone; null for all
  /// @param except of none of these
  public record Of(@Nullable UUID only, Set<UUID> except) {
    /// All.
    public static final Of ALL = new Of(null, Set.of());
  }

  /// The oldest words that were heard before a time, at most `most`.
  public List<UUID> before(JdbcClient tx, Instant time, Of sources, int most) {
    return asked(tx, "select id " + BEFORE + " order by id limit " + most, time, sources)
        .query(UUID.class)
        .list();
  }

  /// How many words were heard before a time.
  public long countBefore(JdbcClient tx, Instant time, Of sources) {
    return asked(tx, "select count(*) " + BEFORE, time, sources).query(Long.class).single();
  }

  private static final String BEFORE =
      """
      from mention where id < :id and heard_at < :time
        and (cast(:only as uuid) is null or source_id = cast(:only as uuid))
        and (source_id is null or not (source_id = any(:except)))\
      """;

  private static JdbcClient.StatementSpec asked(
      JdbcClient tx, String statement, Instant time, Of sources) {
    return tx.sql(statement)
        .param("id", first(time))
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("only", sources.only())
        .param("except", sources.except().toArray(UUID[]::new));
  }

  /* The lowest id of that millisecond, and of the second after it: an id is made after its word
  was heard. */
  private static UUID first(Instant time) {
    return new UUID(time.plusSeconds(1).toEpochMilli() << 16, 0);
  }

  /// Lets the markup go of what was heard in `[from, to)`; returns of how many words.
  public int dropMarkup(JdbcClient tx, Instant from, Instant to) {
    return tx.sql(
            """
            update mention set html = ''
            where id >= ? and id < ? and heard_at >= ? and heard_at < ? and html <> ''""")
        .params(new UUID(from.toEpochMilli() << 16, 0), first(to))
        .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// When the first word of those that have markup may have been heard; null where there is none.
  public @Nullable Instant firstHeard(JdbcClient tx) {
    return tx.sql("select heard_at from mention order by id limit 1")
        .query(java.time.OffsetDateTime.class)
        .optional()
        .map(java.time.OffsetDateTime::toInstant)
        .orElse(null);
  }

  /// Takes words out of the index, before they leave the database: what a stop leaves in between
  /// goes with the next sweep.
  public void unindex(Scope scope, Collection<UUID> words) {
    try {
      indexes.remove(scope.workspace(), words);
    } catch (IOException e) {
      throw new UncheckedIOException("The search index could not be written.", e);
    }
  }
}

package org.wordborne.server.mention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// The mentions that are kept, as the database knows them.
@Component
public class Mentions {
  private static final String SPOKEN =
      """
      from mention
      where workspace_id = :workspace and heard_at >= :from and deleted_at is null
        and not hidden and repost_of = '' and (own or topics <> '{}')
        and least(published_at, heard_at) >= :from and least(published_at, heard_at) < :to\
      """;

  private final Transactions transactions;
  private final MentionCounter counter;

  Mentions(Transactions transactions, MentionCounter counter) {
    this.transactions = transactions;
    this.counter = counter;
  }

  /// The mention with that id, if there is one.
  public Optional<Mention> find(Scope scope, UUID id) {
    return byIds(scope, List.of(id)).stream().findFirst();
  }

  /// The mention with that id.
  ///
  /// @throws NotFoundException if there is none
  public Mention get(Scope scope, UUID id) {
    return find(scope, id)
        .orElseThrow(() -> new NotFoundException("There is no mention " + id + "."));
  }

  /// The mentions with these ids, in that order; unknown ids are left out.
  public List<Mention> byIds(Scope scope, Collection<UUID> ids) {
    return transactions.in(scope, tx -> byIds(tx, ids));
  }

  /// As [#byIds], in an open transaction.
  public List<Mention> byIds(JdbcClient tx, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var found = new HashMap<UUID, Mention>();
    tx.sql("select * from mention where id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query(MentionRows::read)
        .list()
        .forEach(mention -> found.put(mention.id(), mention));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /// What happened after a number, in order, at most `limit`.
  public List<Mention> after(JdbcClient tx, Scope scope, long seq, int limit) {
    return tx.sql(
            """
            select * from mention where workspace_id = ? and seq > ? order by seq limit ?\
            """)
        .param(scope.workspace().value())
        .param(seq)
        .param(limit)
        .query(MentionRows::read)
        .list();
  }

  /// The ids of mentions by their native ids, within a channel and origin; unknown ones are left
  /// out.
  public Map<String, UUID> byNativeIds(
      JdbcClient tx, String channel, String origin, Collection<String> nativeIds) {
    var keys = new HashMap<UUID, String>();
    nativeIds.forEach(id -> keys.put(Digests.key(channel, origin, id), id));
    var found = new HashMap<String, UUID>();
    KnownIdentities.find(tx, keys.keySet())
        .byKey()
        .forEach(
            (key, known) -> {
              if (known.mention() != null) {
                found.put(Objects.requireNonNull(keys.get(key)), known.mention());
              }
            });
    return found;
  }

  /// Every word of these handles, newest heard first.
  ///
  /// @param before only those with a lower number; `Long.MAX_VALUE` for the first page
  public List<Mention> ofHandles(Scope scope, Collection<UUID> handles, long before, int limit) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select * from mention
                    where workspace_id = ? and handle = any(?) and seq < ?
                    order by seq desc limit ?\
                    """)
                .param(scope.workspace().value())
                .param(handles.toArray(UUID[]::new))
                .param(before)
                .param(limit)
                .query(MentionRows::read)
                .list());
  }

  /// What was spoken in `[from, to)`, by us or on a topic, and is still there, neither hidden nor a
  /// bare repost; the newest heard first.
  ///
  /// @param most of more words only the newest heard are given
  public List<Mention> spoken(Scope scope, Instant from, Instant to, int most) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select * " + SPOKEN + " order by seq desc limit :most")
                .params(spokenIn(scope, from, to))
                .param("most", most)
                .query(MentionRows::read)
                .list());
  }

  /// From when on at most `most` of those words were spoken; `from` where there are not more.
  public Instant spokenSince(Scope scope, Instant from, Instant to, int most) {
    return transactions
        .in(
            scope,
            tx ->
                tx.sql(
                        """
                        select least(published_at, heard_at) + interval '1 microsecond' as after %s
                        order by after desc offset :most limit 1\
                        """
                            .formatted(SPOKEN))
                    .params(spokenIn(scope, from, to))
                    .param("most", most)
                    .query(OffsetDateTime.class)
                    .optional())
        .map(OffsetDateTime::toInstant)
        .orElse(from);
  }

  private static Map<String, ?> spokenIn(Scope scope, Instant from, Instant to) {
    return Map.of(
        "workspace",
        scope.workspace().value(),
        "from",
        from.atOffset(ZoneOffset.UTC),
        "to",
        to.atOffset(ZoneOffset.UTC));
  }

  /// The newest number that was given; 0 where nothing was heard yet.
  public long newestSeq(Scope scope) {
    return transactions.in(scope, counter::newest);
  }

  /// Whether a follower has read everything that was heard before `at`.
  public boolean hasRead(JdbcClient tx, String follower, java.time.Instant at) {
    return tx.sql(
            """
            select not exists (
              select 1 from mention where heard_at < ? and seq > coalesce(
                (select seq from follower_cursor where name = ?), 0))\
            """)
        .params(at.atOffset(ZoneOffset.UTC), follower)
        .query(Boolean.class)
        .single();
  }

  /// How many mentions there are that were not taken back.
  public long count(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select count(*) from mention where workspace_id = ? and deleted_at is null")
                .param(scope.workspace().value())
                .query(Long.class)
                .single());
  }

  /// When a word was last heard, if ever.
  public Optional<Instant> lastHeardAt(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select heard_at from mention where workspace_id = ?
                    order by seq desc limit 1\
                    """)
                .param(scope.workspace().value())
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.withOffsetSameInstant(ZoneOffset.UTC).toInstant()));
  }
}

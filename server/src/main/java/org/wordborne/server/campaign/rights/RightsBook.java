package org.wordborne.server.campaign.rights;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// The tables of rights and galleries.
final class RightsBook {
  private static final int MOST = 1_000;

  private RightsBook() {}

  /// Until this transaction ends nobody else asks for these words, or withdraws.
  static void lock(JdbcClient tx, Scope scope, UUID mention) {
    tx.sql("select true from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
        .param("rights " + scope.workspace() + " " + mention)
        .query(Boolean.class)
        .single();
  }

  static void insert(JdbcClient tx, Scope scope, RightsAsk ask, SignedIn by) {
    tx.sql(
            """
            insert into rights_ask (workspace_id, id, mention_id, campaign_id, uses, until, link_id,
              reply_id, asked_by, asked_name, asked_at, terms_hash, state)
            values (:workspace, :id, :mention, :campaign::uuid, :uses, :until, :link, :reply::uuid,
              :by::uuid, :name, :at, :terms, 'asked')
            """)
        .param("workspace", scope.workspace().value())
        .param("id", ask.id())
        .param("mention", ask.mention())
        .param("campaign", ask.campaign())
        .param("uses", ask.uses().toArray(String[]::new))
        .param("until", ask.until())
        .param("link", ask.link())
        .param("reply", ask.reply())
        .param("by", by.person())
        .param("name", ask.askedBy())
        .param("at", ask.askedAt().atOffset(ZoneOffset.UTC))
        .param("terms", ask.termsHash())
        .update();
  }

  static Optional<RightsAsk> find(JdbcClient tx, UUID id) {
    return tx.sql("select * from rights_ask where id = ?")
        .param(id)
        .query(RightsBook::read)
        .optional();
  }

  static List<RightsAsk> all(JdbcClient tx) {
    return tx.sql("select * from rights_ask order by asked_at desc, id limit ?")
        .param(MOST)
        .query(RightsBook::read)
        .list();
  }

  static List<RightsAsk> ofMention(JdbcClient tx, UUID mention) {
    return tx.sql("select * from rights_ask where mention_id = ? order by asked_at desc")
        .param(mention)
        .query(RightsBook::read)
        .list();
  }

  /// Whether it was still to be answered.
  static boolean answer(
      JdbcClient tx, UUID id, String state, List<String> granted, String credit, Instant now) {
    return tx.sql(
                """
                update rights_ask set state = ?, granted = ?, credit = ?, answered_at = ?
                where id = ? and state = 'asked'
                """)
            .params(state, granted.toArray(String[]::new), credit, now.atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }

  /// Withdraws an ask and every other for the same words; none if this one cannot be withdrawn.
  static List<RightsAsk> withdraw(JdbcClient tx, RightsAsk ask, String by, Instant now) {
    return tx.sql(
            """
            update rights_ask set state = 'withdrawn', withdrawn_at = :now, withdrawn_by = :by
            where mention_id = :mention and state in ('asked', 'granted') and exists (
              select 1 from rights_ask where id = :id and state in ('asked', 'granted'))
            returning *
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("mention", ask.mention())
        .param("id", ask.id())
        .query(RightsBook::read)
        .list();
  }

  private static RightsAsk read(ResultSet row, int number) throws SQLException {
    return new RightsAsk(
        row.getObject("id", UUID.class),
        row.getObject("mention_id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        words(row.getArray("uses")),
        row.getObject("until", LocalDate.class),
        row.getObject("link_id", UUID.class),
        row.getObject("reply_id", UUID.class),
        row.getString("asked_name"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getString("terms_hash"),
        row.getString("state"),
        words(row.getArray("granted")),
        row.getString("credit"),
        orNull(row, "answered_at"),
        orNull(row, "withdrawn_at"));
  }

  /// A row of `gallery`.
  record Gallery(UUID id, @Nullable UUID campaign, String title, String intro, List<UUID> rights) {}

  static void keep(JdbcClient tx, Scope scope, Gallery gallery, Instant now) {
    tx.sql(
            """
            insert into gallery (workspace_id, id, campaign_id, title, intro, rights, changed_at)
            values (:workspace, :id, :campaign::uuid, :title, :intro, :rights, :now)
            on conflict (workspace_id, id) do update
            set title = excluded.title, intro = excluded.intro, rights = excluded.rights,
              changed_at = excluded.changed_at
            """)
        .param("workspace", scope.workspace().value())
        .param("id", gallery.id())
        .param("campaign", gallery.campaign())
        .param("title", gallery.title())
        .param("intro", gallery.intro())
        .param("rights", gallery.rights().toArray(UUID[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  static Optional<Gallery> gallery(JdbcClient tx, UUID id) {
    return tx.sql("select * from gallery where id = ?")
        .param(id)
        .query(RightsBook::gallery)
        .optional();
  }

  static List<Gallery> galleries(JdbcClient tx) {
    return tx.sql("select * from gallery order by title, id").query(RightsBook::gallery).list();
  }

  private static Gallery gallery(ResultSet row, int number) throws SQLException {
    return new Gallery(
        row.getObject("id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        row.getString("title"),
        row.getString("intro"),
        List.of((UUID[]) row.getArray("rights").getArray()));
  }

  private static List<String> words(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

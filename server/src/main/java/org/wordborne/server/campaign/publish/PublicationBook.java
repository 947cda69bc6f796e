package org.wordborne.server.campaign.publish;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.channels.Outcome;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// The tables of posts of our own. Every change of a state is one `update … where state in …`: it
/// decides who goes on.
final class PublicationBook {
  /// How late the clock may come to a post and still send it.
  static final Duration LATE = Duration.ofMinutes(2);

  /// Longer than any try: an exchange ends after twenty seconds, and a channel makes few of them.
  private static final Duration LONGEST_TRY = Duration.ofMinutes(2);

  /// Pauses before a post of unknown fate is looked up for the first, second, … time.
  private static final List<Duration> LOOKS =
      List.of(
          Duration.ofSeconds(2),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10));

  private PublicationBook() {}

  /// A row of `publication`.
  record Post(
      UUID id,
      @Nullable UUID campaign,
      String title,
      Instant at,
      ZoneId zone,
      List<UUID> quotes,
      String madeBy) {}

  static void insert(JdbcClient tx, Scope scope, Post post, SignedIn by, Instant now) {
    tx.sql(
            """
            insert into publication (workspace_id, id, campaign_id, title, at, zone, quotes, made_by,
              made_name, made_at)
            values (:workspace, :id, :campaign::uuid, :title, :at, :zone, :quotes, :by::uuid, :name,
              :now)
            """)
        .param("workspace", scope.workspace().value())
        .param("id", post.id())
        .param("campaign", post.campaign())
        .param("title", post.title())
        .param("at", at(post.at()))
        .param("zone", post.zone().getId())
        .param("quotes", post.quotes().toArray(UUID[]::new))
        .param("by", by.person())
        .param("name", post.madeBy())
        .param("now", at(now))
        .update();
  }

  static void insert(
      JdbcClient tx, Scope scope, UUID id, Post post, UUID source, String name, String text) {
    tx.sql(
            """
            insert into publication_variant (workspace_id, id, publication_id, source_id,
              source_name, text, state, send_at)
            values (?, ?, ?, ?, ?, ?, 'draft', ?)
            """)
        .params(scope.workspace().value(), id, post.id(), source, name, text, at(post.at()))
        .update();
  }

  static Optional<Post> find(JdbcClient tx, UUID id) {
    return tx.sql("select * from publication where id = ? for update")
        .param(id)
        .query(PublicationBook::post)
        .optional();
  }

  static List<Post> between(
      JdbcClient tx, Instant from, Instant to, @Nullable UUID campaign, int most) {
    return tx.sql(
            """
            select * from publication
            where at >= :from and at < :to and (:campaign::uuid is null or campaign_id = :campaign::uuid)
            order by at, id limit :most
            """)
        .param("from", at(from))
        .param("to", at(to))
        .param("campaign", campaign)
        .param("most", most)
        .query(PublicationBook::post)
        .list();
  }

  /// Those with a text that a person must look at, whatever their time.
  static List<Post> needing(JdbcClient tx, int most) {
    return tx.sql(
            """
            select * from publication p where exists (
              select 1 from publication_variant v
              where v.workspace_id = p.workspace_id and v.publication_id = p.id
                and (v.state in ('missed', 'refused', 'changes')
                  or v.state = 'unknown' and v.look_at is null))
            order by at, id limit :most
            """)
        .param("most", most)
        .query(PublicationBook::post)
        .list();
  }

  private static Post post(ResultSet row, int number) throws SQLException {
    Array quotes = row.getArray("quotes");
    return new Post(
        row.getObject("id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        row.getString("title"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        ZoneId.of(row.getString("zone")),
        Arrays.asList((UUID[]) quotes.getArray()),
        row.getString("made_name"));
  }

  static List<Variant> variants(JdbcClient tx, List<UUID> publications) {
    return tx.sql(Variant.ALL + " where v.publication_id = any(:ids) order by v.source_name, v.id")
        .param("ids", publications.toArray(UUID[]::new))
        .query(Variant::read)
        .list();
  }

  /// Writes other words; their approval is gone with the old ones.
  static void rewrite(JdbcClient tx, UUID variant, String text) {
    tx.sql(
            """
            update publication_variant set text = ?, state = 'draft', approved_name = null,
              approved_at = null, approved_hash = null, note = null, why = null
            where id = ? and state in ('draft', 'waiting', 'changes', 'approved', 'missed',
              'refused')
            """)
        .params(text, variant)
        .update();
  }

  static void rename(JdbcClient tx, UUID publication, String title, List<UUID> quotes) {
    tx.sql("update publication set title = ?, quotes = ? where id = ?")
        .params(title, quotes.toArray(UUID[]::new), publication)
        .update();
  }

  static void remove(JdbcClient tx, UUID variant) {
    tx.sql(
            """
            delete from publication_variant
            where id = ? and state in ('draft', 'waiting', 'changes', 'approved', 'missed',
              'refused', 'cancelled')
            """)
        .param(variant)
        .update();
  }

  static void move(JdbcClient tx, UUID publication, Instant to) {
    tx.sql("update publication set at = ? where id = ?").params(at(to), publication).update();
    tx.sql(
            """
            update publication_variant set send_at = ?, why = null,
              state = case when state in ('missed', 'refused') then 'approved' else state end
            where publication_id = ? and state not in ('sending', 'sent', 'unknown', 'cancelled')
            """)
        .params(at(to), publication)
        .update();
  }

  static int asked(JdbcClient tx, UUID publication) {
    return tx.sql(
            """
            update publication_variant set state = 'waiting', note = null
            where publication_id = ? and state in ('draft', 'changes', 'waiting')
            """)
        .param(publication)
        .update();
  }

  /// Whether it was still to be approved with these very words.
  static boolean approve(JdbcClient tx, Variant variant, String name, Instant now) {
    return tx.sql(
                """
                update publication_variant set state = 'approved', approved_name = ?,
                  approved_at = ?, approved_hash = ?, note = null
                where id = ? and text = ? and state in ('draft', 'waiting', 'changes')
                """)
            .params(name, at(now), variant.hash(), variant.id(), variant.text())
            .update()
        == 1;
  }

  static boolean askChange(JdbcClient tx, UUID variant, String note) {
    return tx.sql(
                """
                update publication_variant set state = 'changes', note = ?
                where id = ? and state = 'waiting'
                """)
            .params(note, variant)
            .update()
        == 1;
  }

  static int cancel(JdbcClient tx, UUID publication) {
    return tx.sql(
            """
            update publication_variant set state = 'cancelled'
            where publication_id = ? and state not in ('sending', 'sent', 'cancelled')
            """)
        .param(publication)
        .update();
  }

  /// Lets go what its time passed by, was refused, or is of unknown fate.
  static int letGo(JdbcClient tx, UUID publication, Instant now) {
    return tx.sql(
            """
            update publication_variant set state = 'approved', send_at = ?, why = null, looks = 0,
              look_at = null
            where publication_id = ? and approved_hash is not null
              and (state in ('missed', 'refused') or state = 'unknown' and look_at is null)
            """)
        .params(at(now), publication)
        .update();
  }

  /// Marks what the clock came to too late.
  static int miss(JdbcClient tx, Instant now) {
    return miss(tx, now.minus(LATE), "Its time passed and it was not sent.");
  }

  /// Marks what a crisis room held back until its time passed.
  static int missHeld(JdbcClient tx, Instant now) {
    return miss(tx, now, "Its time passed while a crisis room was open.");
  }

  private static int miss(JdbcClient tx, Instant until, String why) {
    return tx.sql(
            """
            update publication_variant set state = 'missed', why = ?
            where state = 'approved' and send_at <= ?
            """)
        .params(why, at(until))
        .update();
  }

  /// Takes one that is due; from here on nobody else sends it.
  static Optional<Variant> claim(JdbcClient tx, Instant now) {
    return tx.sql(
            """
            update publication_variant set state = 'sending', tried_at = :now
            where state = 'approved' and id = (
              select id from publication_variant where state = 'approved' and send_at <= :now
              order by send_at limit 1 for update skip locked)
            returning id
            """)
        .param("now", at(now))
        .query(UUID.class)
        .optional()
        .flatMap(id -> variant(tx, id));
  }

  /// Takes one of unknown fate whose time to be looked up has come.
  static Optional<Variant> claimLook(JdbcClient tx, Instant now) {
    return tx.sql(
            """
            update publication_variant set looks = looks + 1, look_at = null
            where state = 'unknown' and id = (
              select id from publication_variant where state = 'unknown' and look_at <= :now
              order by look_at limit 1 for update skip locked)
            returning id
            """)
        .param("now", at(now))
        .query(UUID.class)
        .optional()
        .flatMap(id -> variant(tx, id));
  }

  static Optional<Variant> variant(JdbcClient tx, UUID id) {
    return tx.sql(Variant.ALL + " where v.id = ?").param(id).query(Variant::read).optional();
  }

  /// What was being sent when the program ended: nobody knows, so it is looked up.
  static int orphaned(JdbcClient tx, Instant now) {
    return tx.sql(
            """
            update publication_variant set state = 'unknown', looks = 0, look_at = :now,
              why = 'Wordborne stopped while this was being sent.'
            where state = 'sending' or state = 'unknown' and look_at is null and looks < :most
            """)
        .param("now", at(now))
        .param("most", LOOKS.size())
        .update();
  }

  /// What has been in sending for longer than any try takes: nobody knows, so it is looked up.
  static int missing(JdbcClient tx, Instant now) {
    return tx.sql(
            """
            update publication_variant set state = 'unknown', looks = 0, look_at = :now,
              why = 'This was tried, and what came of it was never noted.'
            where state = 'sending' and tried_at < :before
            """)
        .param("now", at(now))
        .param("before", at(now.minus(LONGEST_TRY)))
        .update();
  }

  static void refuse(JdbcClient tx, UUID variant, String why) {
    tx.sql("update publication_variant set state = 'refused', why = ? where id = ?")
        .params(why, variant)
        .update();
  }

  /// Notes what a try or a look gave.
  static void settle(JdbcClient tx, Variant variant, Outcome outcome, boolean looked, Instant now) {
    switch (outcome) {
      case Outcome.Sent sent -> sent(tx, variant, sent, now);
      case Outcome.Refused refused when !looked -> refuse(tx, variant.id(), refused.why());
      // A look that does not find it proves little: the peer may be slow. A person decides.
      case Outcome.Refused refused ->
          unknown(tx, variant, "It does not stand there so far: " + refused.why(), now);
      case Outcome.Unknown unknown -> unknown(tx, variant, unknown.why(), now);
    }
  }

  private static void sent(JdbcClient tx, Variant variant, Outcome.Sent sent, Instant now) {
    tx.sql(
            """
            update publication_variant set state = 'sent', sent_at = ?, why = null, look_at = null,
              native_id = nullif(?, ''), url = nullif(?, '')
            where id = ? and state in ('sending', 'unknown')
            """)
        .params(at(now), sent.nativeId(), sent.url(), variant.id())
        .update();
  }

  private static void unknown(JdbcClient tx, Variant variant, String why, Instant now) {
    var next = variant.looks() < LOOKS.size() ? at(now.plus(LOOKS.get(variant.looks()))) : null;
    tx.sql(
            """
            update publication_variant set state = 'unknown', why = :why, look_at = :next
            where id = :id and state in ('sending', 'unknown')
            """)
        .param("why", why)
        .param("next", next)
        .param("id", variant.id())
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

package org.wordborne.server.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.person.JsonRows;
import org.wordborne.server.person.PeopleLedger;
import org.wordborne.server.person.PlacedWord;
import org.wordborne.server.workspace.Scope;

/// Recognises our own replies when their channel brings them back.
///
/// By the native id that the channel gave when it took the reply; or, where the line dropped
/// before it could, by the same words in answer to the same word, spoken by our account, or by
/// nobody known while it was tried: then hearing it is the proof that it was sent. The same words
/// of anybody else prove nothing.
@Component
final class ReplyEchoes {
  /// So long after the last try its words may appear, by the clock of the channel.
  private static final Duration APPEARS = Duration.ofMinutes(15);

  /// So far the channel's clock may be behind ours.
  private static final Duration BEHIND = Duration.ofMinutes(5);

  private final PeopleLedger people;
  private final InstantSource clock;

  ReplyEchoes(PeopleLedger people, InstantSource clock) {
    this.people = people;
    this.clock = clock;
  }

  /// The mentions among the batch that are our replies.
  Set<UUID> hear(Scope scope, List<PlacedWord> words, Map<UUID, Mention> mentions, JdbcClient tx) {
    var rows =
        words.stream()
            .filter(placed -> !placed.word().deleted())
            .map(placed -> row(placed, mentions.get(placed.word().mention())))
            .toList();
    if (rows.isEmpty() || !anyReplies(tx)) {
      return Set.of();
    }
    var heard = new HashMap<UUID, Boolean>();
    tx.sql(HEAR)
        .param("rows", JsonRows.of(rows))
        .param("typography", TYPOGRAPHY)
        .param("behind", BEHIND.toSeconds())
        .param("appears", APPEARS.toSeconds())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                heard.merge(row.getObject(1, UUID.class), row.getBoolean(2), Boolean::logicalOr))
        .list();
    words.stream()
        .filter(placed -> heard.containsKey(placed.word().mention()) && !placed.own())
        .forEach(
            placed -> own(scope, placed, heard.getOrDefault(placed.word().mention(), false), tx));
    return heard.keySet();
  }

  /*
   * A bare name may be somebody else's too, and so may the same words ("Thank you!") of somebody
   * who has spoken before: then only this one word is ours, and whoever spoke is heard on.
   */
  private void own(Scope scope, PlacedWord placed, boolean byId, JdbcClient tx) {
    people.take(scope, List.of(placed.word().asOwn()), tx);
    var person = placed.person();
    if (person == null || placed.word().author().id().isBlank()) {
      return;
    }
    if (byId || !isVoice(person, tx)) {
      people.markOwn(scope, person, tx);
    }
  }

  private static boolean isVoice(UUID person, JdbcClient tx) {
    return tx.sql("select exists (select 1 from person where id = :id and words > 0)")
        .param("id", person)
        .query(Boolean.class)
        .single();
  }

  private static boolean anyReplies(JdbcClient tx) {
    return tx.sql("select exists (select 1 from reply)").query(Boolean.class).single();
  }

  private record Row(
      UUID mention,
      String place,
      String native_id,
      String parent,
      String url,
      String text,
      boolean own,
      @Nullable UUID person,
      String at) {}

  private static Row row(PlacedWord placed, @Nullable Mention mention) {
    var word = placed.word();
    return new Row(
        word.mention(),
        word.place(),
        word.nativeId(),
        word.inReplyTo(),
        mention == null ? "" : mention.url(),
        mention == null ? "" : mention.text(),
        placed.own(),
        placed.person(),
        word.at().toString());
  }

  /* Channels set quotes, dashes and dots anew when they show a text. */
  private static final String TYPOGRAPHY = "[\\s.\\-\"'`‘’‚“”„«»′″–—…]+";

  private static final String HEAR =
      """
      with heard as (
        select * from jsonb_to_recordset(:rows::jsonb) as r(mention uuid, place text,
          native_id text, parent text, url text, text text, own boolean, person uuid,
          at timestamptz)),
      candidates as (
        select r.id, h.mention, h.native_id, h.url, true as by_id
        from heard h join reply r on r.place = h.place and r.native_id = h.native_id
        where r.state = 'sent'
        union all
        select r.id, h.mention, h.native_id, h.url, false
        from heard h join reply r on r.place = h.place and r.in_reply_to = h.parent
        where h.parent <> ''
          and (r.state in ('sending', 'unknown', 'sent')
            or r.state = 'planned' and r.tried_at is not null)
          and (r.native_id is null or r.native_id = r.key)
          and (h.own
            or h.at between r.planned_at - make_interval(secs => :behind)
                and r.tried_at + make_interval(secs => :appears)
              and not exists (select 1 from spoken s where s.workspace_id = r.workspace_id
                and s.person_id = h.person and s.counted and s.at < r.planned_at
                and s.mention_id <> h.mention))
          and regexp_replace(lower(r.text), :typography, '', 'g')
            = regexp_replace(lower(h.text), :typography, '', 'g')),
      matched as (
        select distinct on (id) id, mention, native_id, url, by_id from candidates
        order by id, by_id desc, mention)
      update reply r set heard_mention = m.mention, native_id = m.native_id,
        url = coalesce(nullif(r.url, ''), m.url),
        state = 'sent', sent_at = coalesce(r.sent_at, :now), why = null
      from matched m where r.id = m.id
      returning m.mention, m.by_id
      """;
}

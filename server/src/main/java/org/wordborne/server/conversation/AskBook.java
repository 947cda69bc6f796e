package org.wordborne.server.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.person.JsonRows;
import org.wordborne.server.person.PeopleLedger;
import org.wordborne.server.person.PlacedWord;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;

/// Finds the words that ask for an answer and keeps what becomes of each.
@Component
final class AskBook {
  /// A word heard so long after it was spoken is history: it is kept, but waits for nobody.
  static final Duration HISTORY = Duration.ofDays(7);

  private final Ids ids;
  private final AskWeigher weigher;
  private final ConversationBook conversations;
  private final PeopleLedger people;

  AskBook(Ids ids, AskWeigher weigher, ConversationBook conversations, PeopleLedger people) {
    this.ids = ids;
    this.weigher = weigher;
    this.conversations = conversations;
    this.people = people;
  }

  /// Takes a batch of words.
  ///
  /// @param ours mentions among them that are our own replies, heard again
  /// @return the conversations that changed
  Set<UUID> take(
      Scope scope,
      List<PlacedWord> words,
      Map<UUID, Mention> mentions,
      Set<UUID> ours,
      JdbcClient tx) {
    var touched = new HashSet<UUID>();
    var voices = new ArrayList<PlacedWord>();
    for (var placed : words) {
      if (placed.own() || ours.contains(placed.word().mention())) {
        touched.addAll(answeredElsewhere(placed, tx));
      } else {
        voices.add(placed);
      }
    }
    var asking = weigher.weigh(scope, voices, mentions, tx);
    touched.addAll(withdraw(voices, asking, tx));
    touched.addAll(open(scope, asking, mentions, tx));
    return touched;
  }

  /* Our own account spoke on the channel itself: whom it answers is answered. */
  private Set<UUID> answeredElsewhere(PlacedWord placed, JdbcClient tx) {
    var word = placed.word();
    withdraw(List.of(placed), List.of(), tx);
    if (word.deleted() || word.inReplyTo().isEmpty()) {
      return Set.of();
    }
    var answered =
        tx.sql(
                """
                select a.mention_id, a.conversation_id from ask a
                join spoken s on s.mention_id = a.mention_id and s.workspace_id = a.workspace_id
                where s.place = :place and s.native_id = :parent
                """)
            .param("place", word.place())
            .param("parent", word.inReplyTo())
            .query(
                (row, _) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .list();
    answered.forEach(ask -> answer(ask.getValue(), ask.getKey(), word.at(), tx));
    return answered.stream().map(Map.Entry::getValue).collect(Collectors.toSet());
  }

  /// Notes that we answered a word: with it, all that the same person asked here before.
  void answer(UUID conversation, UUID mention, Instant at, JdbcClient tx) {
    tx.sql(
            """
            update ask a set state = 'answered', answered_at = :at
            where a.conversation_id = :conversation and a.state in ('waiting', 'closed')
              and (a.mention_id = :mention
                or a.state = 'waiting' and a.at <= :at and a.person_id =
                  (select s.person_id from spoken s where s.mention_id = :mention))
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("conversation", conversation)
        .param("mention", mention)
        .update();
    people.answered(mention, at, tx);
  }

  /* Gone at the origin, spam, hidden, ours, or corrected to something that asks nothing. */
  private static Set<UUID> withdraw(
      List<PlacedWord> words, List<AskWeigher.Asking> asking, JdbcClient tx) {
    var stillAsk =
        asking.stream().map(ask -> ask.placed().word().mention()).collect(Collectors.toSet());
    var rows =
        words.stream()
            .filter(PlacedWord::known)
            .filter(placed -> !stillAsk.contains(placed.word().mention()))
            .map(placed -> new GoneRow(placed.word().mention(), gone(placed)))
            .toList();
    if (rows.isEmpty()) {
      return Set.of();
    }
    blankTitles(rows, tx);
    return new HashSet<>(
        tx.sql(
                """
                update ask a set state = 'gone'
                from jsonb_to_recordset(:rows::jsonb) as r(mention uuid, deleted boolean)
                where a.mention_id = r.mention and a.state = 'waiting'
                  and (r.deleted or a.intent not in ('by-hand', 'spoke-again'))
                returning a.conversation_id
                """)
            .param("rows", JsonRows.of(rows))
            .query(UUID.class)
            .list());
  }

  private static boolean gone(PlacedWord placed) {
    return placed.own() || !placed.word().counted();
  }

  /* What was deleted there stands in no title here. */
  private static void blankTitles(List<GoneRow> rows, JdbcClient tx) {
    var deleted = rows.stream().filter(GoneRow::deleted).toList();
    if (!deleted.isEmpty()) {
      tx.sql(
              """
              update conversation c set title = ''
              from jsonb_to_recordset(:rows::jsonb) as r(mention uuid)
              where c.title_mention = r.mention
              """)
          .param("rows", JsonRows.of(deleted))
          .update();
    }
  }

  private record GoneRow(UUID mention, boolean deleted) {}

  private Set<UUID> open(
      Scope scope, List<AskWeigher.Asking> asking, Map<UUID, Mention> mentions, JdbcClient tx) {
    if (asking.isEmpty()) {
      return Set.of();
    }
    var threads = asking.stream().map(ask -> ask.placed().thread()).collect(Collectors.toSet());
    begin(scope, asking, ConversationBook.ofThreads(threads, tx), mentions, tx);
    // Read again: somebody may have opened one of them by hand in this moment.
    var known = ConversationBook.ofThreads(threads, tx);
    var rows = asking.stream().map(ask -> AskRow.of(scope, ask, known)).toList();
    var fresh = AskRow.upsert(rows, tx);
    retitle(asking, known, mentions, tx);
    conversations.reopen(fresh, tx);
    return new HashSet<>(known.values());
  }

  private void begin(
      Scope scope,
      List<AskWeigher.Asking> asking,
      Map<UUID, UUID> known,
      Map<UUID, Mention> mentions,
      JdbcClient tx) {
    var begun = new LinkedHashMap<UUID, ConversationRowDraft>();
    for (var ask : asking) {
      var thread = ask.placed().thread();
      if (!known.containsKey(thread)) {
        begun.computeIfAbsent(
            thread, _ -> ConversationRowDraft.of(scope, ids.next(), ask, mentions));
      }
    }
    ConversationRowDraft.insert(List.copyOf(begun.values()), tx);
  }

  /// Opens a conversation by hand, for a word that asks nothing by itself.
  ///
  /// @return the conversation, new or not
  UUID openByHand(Scope scope, PlacedWord placed, Mention mention, JdbcClient tx) {
    var ask = weigher.byHand(placed, mention);
    var known = open(scope, List.of(ask), Map.of(mention.id(), mention), tx);
    conversations.refresh(known, tx);
    return known.iterator().next();
  }

  private static void retitle(
      List<AskWeigher.Asking> asking,
      Map<UUID, UUID> known,
      Map<UUID, Mention> mentions,
      JdbcClient tx) {
    var rows = new ArrayList<TitleRow>();
    for (var ask : asking) {
      var mention = mentions.get(ask.placed().word().mention());
      if (ask.placed().known() && mention != null) {
        var conversation = known.get(ask.placed().thread());
        rows.add(new TitleRow(conversation, mention.id(), Titles.of(mention)));
      }
    }
    if (!rows.isEmpty()) {
      tx.sql(
              """
              update conversation c set title = r.title
              from jsonb_to_recordset(:rows::jsonb) as r(id uuid, mention uuid, title text)
              where c.id = r.id and c.title_mention = r.mention
              """)
          .param("rows", JsonRows.of(rows))
          .update();
    }
  }

  private record TitleRow(@Nullable UUID id, UUID mention, String title) {}
}

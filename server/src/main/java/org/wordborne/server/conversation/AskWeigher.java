package org.wordborne.server.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.person.JsonRows;
import org.wordborne.server.person.PlacedWord;
import org.wordborne.server.workspace.Scope;

/// Weighs the words of a batch with what is known around each: whom it answers, who answered it,
/// what its author said before.
@Component
final class AskWeigher {
  private static final double BY_HAND = 0.05;

  private final SettledRecord settled;
  private final QueueTurn turn;

  AskWeigher(SettledRecord settled, QueueTurn turn) {
    this.settled = settled;
    this.turn = turn;
  }

  /// A word that asks, and how much it needs an answer.
  ///
  /// @param intent what it asks mostly; spoke-again, by-hand
  /// @param answeredBefore whether a word of ours that answers it was heard before it
  record Asking(
      PlacedWord placed,
      String intent,
      double base,
      List<NeedReason> reasons,
      boolean answeredBefore) {}

  /* What surrounds a word. */
  private record Around(
      boolean parentOwn,
      boolean answeredByUs,
      int othersAnswered,
      boolean askedBefore,
      boolean spokeInConversation,
      List<UUID> praised,
      String parentName) {
    static final Around NOTHING = new Around(false, false, 0, false, false, List.of(), "");
  }

  /// Those of the words that ask.
  List<Asking> weigh(
      Scope scope, List<PlacedWord> words, Map<UUID, Mention> mentions, JdbcClient tx) {
    var candidates = words.stream().filter(placed -> isVoice(placed, mentions)).toList();
    if (candidates.isEmpty()) {
      return List.of();
    }
    var around = around(candidates, tx);
    var record = settled.of(scope, tx);
    var beginning = turn.beginning(tx);
    var asking = new ArrayList<Asking>();
    for (var placed : candidates) {
      var mention = Objects.requireNonNull(mentions.get(placed.word().mention()));
      var near = around.getOrDefault(mention.id(), Around.NOTHING);
      var ask = isHistory(mention, near, beginning) ? null : weigh(placed, mention, near, record);
      if (ask != null) {
        asking.add(ask);
      }
    }
    return asking;
  }

  /// A word that a person opened by hand.
  Asking byHand(PlacedWord placed, Mention mention) {
    var reason = new NeedReason("opened-by-hand", "hand", Map.of(), true, List.of(mention.id()));
    return new Asking(placed, "by-hand", BY_HAND, List.of(reason), false);
  }

  private static boolean isVoice(PlacedWord placed, Map<UUID, Mention> mentions) {
    var word = placed.word();
    var mention = mentions.get(word.mention());
    return mention != null
        && word.counted()
        && word.repostOf().isEmpty()
        && (asks(mention) || !word.inReplyTo().isEmpty() || !word.threadRoot().isEmpty());
  }

  private static boolean asks(Mention mention) {
    return mention.understanding().intents().keySet().stream().anyMatch(NeedFormula::asks)
        || !HarmWords.in(mention.text()).isEmpty();
  }

  private static boolean isHistory(Mention mention, Around near, Instant beginning) {
    var spoken = mention.spokenAt();
    boolean old = spoken.plus(AskBook.HISTORY).isBefore(mention.heardAt());
    return !near.askedBefore() && (old || spoken.isBefore(beginning));
  }

  private static @Nullable Asking weigh(
      PlacedWord placed, Mention mention, Around near, Map<String, Settled> settled) {
    var plea = plea(placed, mention, near, settled);
    if (plea.asks()) {
      var weight = NeedFormula.weigh(plea);
      var reasons = NeedReasons.of(plea, weight);
      return new Asking(placed, strongest(plea), weight.base(), reasons, near.answeredByUs());
    }
    boolean again = near.spokeInConversation() || near.parentOwn();
    return again && !placed.word().praises() ? spokeAgain(placed, plea, near) : null;
  }

  /* Who talks with us already is not dropped for a word that asks nothing by its form. */
  private static Asking spokeAgain(PlacedWord placed, Plea plea, Around near) {
    var weight = NeedFormula.weigh(plea);
    var reason = new NeedReason("spoke-again", "stakes", Map.of(), true, List.of(plea.mention()));
    var reasons = new ArrayList<NeedReason>(List.of(reason));
    NeedReasons.of(plea, weight).stream()
        .filter(other -> !other.word().equals("spoken-to-us"))
        .limit(3)
        .map(NeedReason::notDeciding)
        .forEach(reasons::add);
    return new Asking(placed, "spoke-again", weight.base(), reasons, near.answeredByUs());
  }

  private static Plea plea(
      PlacedWord placed, Mention mention, Around near, Map<String, Settled> settled) {
    var judged = mention.understanding();
    return new Plea(
        mention.id(),
        judged.intents(),
        judged.sentiment().equals("negative") ? judged.negative() : 0,
        judged.offensive(),
        HarmWords.in(mention.text()),
        near.parentOwn() || near.spokeInConversation(),
        !near.parentOwn() && Addressing.calls(mention.text(), near.parentName()),
        placed.audience(),
        near.othersAnswered(),
        near.praised(),
        settled);
  }

  private static String strongest(Plea plea) {
    return plea.intents().entrySet().stream()
        .filter(intent -> NeedFormula.asks(intent.getKey()))
        .max(
            Comparator.comparingDouble(
                intent -> NeedFormula.stakesOf(intent.getKey()) * intent.getValue()))
        .map(Map.Entry::getKey)
        .orElse("harm");
  }

  static final String AROUND =
      """
      select s.mention_id, coalesce(p.own, false), coalesce(o.ours, false),
        coalesce(o.others, 0),
        exists (select 1 from ask a where a.mention_id = s.mention_id) as asked,
        exists (select 1 from conversation c
          join ask a on a.conversation_id = c.id and a.state in ('answered', 'closed')
          where c.thread_id = s.thread_id and a.person_id = s.person_id
            and a.mention_id <> s.mention_id and a.at < s.at) as again,
        coalesce(h.praised, '{}'),
        coalesce((select n.name from person n where n.workspace_id = s.workspace_id
          and n.id = p.person_id and n.id is distinct from s.person_id), '')
      from jsonb_to_recordset(:rows::jsonb) as r(mention uuid)
      cross join lateral (
          select * from spoken k where k.mention_id = r.mention offset 0) s
      left join lateral (
          select k.own, k.person_id from spoken k where k.workspace_id = s.workspace_id and k.place = s.place
            and k.native_id = s.reply_to and s.reply_to <> '' offset 0) p on true
      left join lateral (
        select bool_or(k.own) as ours,
          count(distinct k.person_id) filter (where not k.own and k.counted
            and k.person_id is distinct from s.person_id)::int as others
        from spoken k where k.workspace_id = s.workspace_id and k.place = s.place
          and k.reply_to = s.native_id and k.reply_to <> '') o on true
      left join lateral (
        select array_agg(q.mention_id) as praised from (
          select k.mention_id from spoken k
          where k.workspace_id = s.workspace_id and k.person_id = s.person_id
            and k.praises and k.counted and k.mention_id <> s.mention_id and k.at < s.at
          order by k.at desc limit 10) q) h on true
      """;

  private static Map<UUID, Around> around(List<PlacedWord> words, JdbcClient tx) {
    var found = new HashMap<UUID, Around>();
    var rows = words.stream().map(placed -> Map.of("mention", placed.word().mention())).toList();
    tx.sql(AROUND)
        .param("rows", JsonRows.of(rows))
        .query(
            (row, _) ->
                found.put(
                    row.getObject(1, UUID.class),
                    new Around(
                        row.getBoolean(2),
                        row.getBoolean(3),
                        row.getInt(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        List.of((UUID[]) row.getArray(7).getArray()),
                        row.getString(8))))
        .list();
    return found;
  }
}

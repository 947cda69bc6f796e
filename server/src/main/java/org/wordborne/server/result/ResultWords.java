package org.wordborne.server.result;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.conversation.AskTimes;
import org.wordborne.server.conversation.AskTimes.AskTime;
import org.wordborne.server.mention.MentionView;
import org.wordborne.server.person.Page;
import org.wordborne.server.person.PersonWords;
import org.wordborne.server.person.WordShelf;
import org.wordborne.server.result.CampaignEffects.HeldSpan;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// The words behind each figure: as many as the figure says, one a person where people are counted.
@Component
class ResultWords {
  /// The words of those to be asked, by which a hold-out is measured.
  static final String SEEDS = "seeds";

  /// The glad ones of them.
  static final String SEEDS_GLAD = "seeds-glad";

  private static final Map<String, String> OF_WORDS =
      Map.of(
          "words", "true",
          "praise", "mood = 'positive'",
          "complaint", "mood = 'negative'",
          "views", "views > 0");

  private final Transactions transactions;
  private final TopicRoles roles;
  private final AskTimes asks;
  private final CampaignEffects effects;
  private final PersonWords persons;
  private final WordShelf shelf;

  ResultWords(
      Transactions transactions,
      TopicRoles roles,
      AskTimes asks,
      CampaignEffects effects,
      PersonWords persons,
      WordShelf shelf) {
    this.transactions = transactions;
    this.roles = roles;
    this.asks = asks;
    this.effects = effects;
    this.persons = persons;
    this.shelf = shelf;
  }

  /// The words behind a figure.
  ///
  /// @param count how many there are in all
  record ResultWordsView(
      String figure, int count, List<MentionView> mentions, @Nullable String next) {}

  /// A page of the words behind a figure, the newest first.
  ResultWordsView of(Scope scope, Asked asked, @Nullable String figure, Page page) {
    List<UUID> all = all(scope, asked, figure == null ? "" : figure);
    int from = Math.min(page.offset(), all.size());
    var found = all.subList(from, Math.min(all.size(), from + page.limit() + 1));
    return new ResultWordsView(
        figure == null ? "" : figure,
        all.size(),
        shelf.views(scope, page.cut(found)),
        page.next(found.size()));
  }

  private List<UUID> all(Scope scope, Asked asked, String figure) {
    if (OF_WORDS.containsKey(figure)) {
      return transactions.in(scope, tx -> words(tx, asked, figure));
    }
    Days days = asked.days();
    return switch (figure) {
      case "people" -> transactions.in(scope, tx -> people(tx, asked.topics(), days, "true"));
      case "glad" ->
          transactions.in(scope, tx -> people(tx, asked.topics(), days, "mood = 'positive'"));
      case "first" -> transactions.in(scope, tx -> first(tx, asked));
      case "answers" -> asks.answered(scope, days.start(), days.end()).reversed();
      case "posts" -> transactions.in(scope, tx -> posts(tx, days));
      case SEEDS, SEEDS_GLAD -> seeds(scope, asked.campaign(), figure.equals(SEEDS_GLAD));
      case "asked", "in-time", "late", "answered", "unanswered" -> asked(scope, days, figure);
      default -> {
        if (figure.startsWith("voice:")) {
          yield voice(scope, days, figure.substring("voice:".length()));
        }
        throw new BadInputException(
            "figure", figure, "Use a name that `evidence` of a figure gave.");
      }
    };
  }

  private static List<UUID> words(JdbcClient tx, Asked asked, String figure) {
    return tx.sql(
            """
            select mention_id from counted_word
            where not ours and day between ? and ? and (? or topics && ?) and %s
            order by at desc, mention_id\
            """
                .formatted(OF_WORDS.get(figure)))
        .params(
            asked.days().from(),
            asked.days().to(),
            asked.topics().isEmpty(),
            asked.topics().toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /* One word of each, the newest. */
  private static List<UUID> people(JdbcClient tx, Set<UUID> topics, Days days, String which) {
    return tx.sql(
            """
            select mention_id from (
              select distinct on (handle) mention_id, at from counted_word
              where not ours and day between ? and ? and (? or topics && ?) and %s
              order by handle, at desc, mention_id) w
            order by at desc, mention_id\
            """
                .formatted(which))
        .params(days.from(), days.to(), topics.isEmpty(), topics.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /* The very first word of each who had none before. */
  private static List<UUID> first(JdbcClient tx, Asked asked) {
    return tx.sql(
            """
            select mention_id from (
              select distinct on (w.handle) mention_id, at from counted_word w
              where not w.ours and w.day between :from and :to
                and (:all or w.topics && :topics)
                and not exists (select 1 from person_day b where b.topic_id = any(:keys)
                  and b.handle = w.handle and b.day < :from)
              order by w.handle, at, mention_id) f
            order by at desc, mention_id\
            """)
        .param("from", asked.days().from())
        .param("to", asked.days().to())
        .param("all", asked.topics().isEmpty())
        .param("topics", asked.topics().toArray(UUID[]::new))
        .param("keys", DayBook.keys(asked.topics()))
        .query(UUID.class)
        .list();
  }

  private static List<UUID> posts(JdbcClient tx, Days days) {
    return tx.sql(
            """
            select mention_id from counted_word where ours and day between ? and ?
            order by at desc, mention_id\
            """)
        .params(days.from(), days.to())
        .query(UUID.class)
        .list();
  }

  /* Of both halves, as both are compared. */
  private List<UUID> seeds(Scope scope, @Nullable Ran campaign, boolean glad) {
    HeldSpan held = campaign == null ? null : effects.held(scope, campaign);
    if (held == null) {
      throw new BadInputException(
          "campaign", campaign == null ? null : campaign.id(), "Nobody of it was held back.");
    }
    return persons.mentions(scope, held.people().everybody(), held.from(), held.to(), glad);
  }

  private List<UUID> asked(Scope scope, Days days, String figure) {
    return asks.asked(scope, days.start(), days.end()).reversed().stream()
        .filter(ask -> isMeant(ask, figure))
        .map(AskTime::mention)
        .toList();
  }

  private static boolean isMeant(AskTime ask, String figure) {
    return switch (figure) {
      case "in-time" -> ResultFigures.isInTime(ask);
      case "late" -> ask.answeredAt() != null && !ResultFigures.isInTime(ask);
      case "answered" -> ask.answeredAt() != null;
      case "unanswered" -> ask.answeredAt() == null;
      default -> true;
    };
  }

  private List<UUID> voice(Scope scope, Days days, String brand) {
    var of =
        roles.all(scope).entrySet().stream()
            .filter(entry -> entry.getValue().brand().equals(brand))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (of.isEmpty()) {
      throw new BadInputException("figure", "voice:" + brand, "No topic stands for that brand.");
    }
    return transactions.in(scope, tx -> people(tx, of, days, "true"));
  }
}

package org.wordborne.server.result;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

  private static final int A_PAGE = 25;

  private static final String WORDS =
      """
      select mention_id, at, handle from counted_word
      where not ours and day between :from and :to and (:all or topics && :topics)\
      """;

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

  /* Rows of mention_id and at: a statement, and what it is asked with. */
  private record Rows(String sql, Map<String, ?> with) {}

  /// A page of the words behind a figure, the newest first.
  ResultWordsView of(
      Scope scope,
      Asked asked,
      @Nullable String named,
      @Nullable String cursor,
      @Nullable Integer limit) {
    String figure = named == null ? "" : named;
    Rows rows = rows(scope, asked, figure);
    return rows == null
        ? ofList(scope, figure, list(scope, asked, figure), Page.of(cursor, limit, A_PAGE))
        : ofRows(scope, figure, rows, WordPlace.of(cursor), Page.of(null, limit, A_PAGE));
  }

  private ResultWordsView ofList(Scope scope, String figure, List<UUID> all, Page page) {
    int from = Math.min(page.offset(), all.size());
    var found = all.subList(from, Math.min(all.size(), from + page.limit() + 1));
    return new ResultWordsView(
        figure, all.size(), shelf.views(scope, page.cut(found)), page.next(found.size()));
  }

  private ResultWordsView ofRows(
      Scope scope, String figure, Rows rows, WordPlace after, Page page) {
    int count =
        transactions.in(
            scope,
            tx ->
                tx.sql("select count(*)::int from (" + rows.sql() + ") w")
                    .params(rows.with())
                    .query(Integer.class)
                    .single());
    var found = transactions.in(scope, tx -> found(tx, rows, after, page.limit() + 1));
    var shown = page.cut(found);
    return new ResultWordsView(
        figure,
        count,
        shelf.views(scope, shown.stream().map(WordPlace::id).toList()),
        found.size() > shown.size() ? shown.getLast().cursor() : null);
  }

  private static List<WordPlace> found(JdbcClient tx, Rows rows, WordPlace after, int most) {
    return tx.sql(
            """
            select mention_id, at from (%s) w
            where at <= :after and (at < :after or mention_id > :id)
            order by at desc, mention_id limit :most\
            """
                .formatted(rows.sql()))
        .params(rows.with())
        .param("after", after.at().atOffset(ZoneOffset.UTC))
        .param("id", after.id())
        .param("most", most)
        .query(
            (row, _) ->
                new WordPlace(
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getObject(1, UUID.class)))
        .list();
  }

  /* What the table of counted words tells; null where the words are listed elsewhere. */
  private @Nullable Rows rows(Scope scope, Asked asked, String figure) {
    String which = OF_WORDS.get(figure);
    if (which != null) {
      return new Rows(WORDS + " and " + which, with(asked.topics(), asked.days()));
    }
    return switch (figure) {
      case "people" -> people(asked.topics(), asked.days(), "true");
      case "glad" -> people(asked.topics(), asked.days(), "mood = 'positive'");
      case "first" -> first(asked);
      case "posts" ->
          new Rows(
              "select mention_id, at from counted_word where ours and day between :from and :to",
              with(Set.of(), asked.days()));
      default ->
          figure.startsWith("voice:")
              ? voice(scope, asked.days(), figure.substring("voice:".length()))
              : null;
    };
  }

  private static Map<String, ?> with(Set<UUID> topics, Days days) {
    return Map.of(
        "from",
        days.from(),
        "to",
        days.to(),
        "all",
        topics.isEmpty(),
        "topics",
        topics.toArray(UUID[]::new),
        "keys",
        DayBook.keys(topics));
  }

  /* One word of each, the newest. */
  private static Rows people(Set<UUID> topics, Days days, String which) {
    return new Rows(
        """
        select distinct on (handle) mention_id, at from (%s and %s) o
        order by handle, at desc, mention_id\
        """
            .formatted(WORDS, which),
        with(topics, days));
  }

  /* The very first word of each who had none before. */
  private static Rows first(Asked asked) {
    return new Rows(
        """
        select distinct on (handle) mention_id, at from (%s) o
        where not exists (select 1 from person_day b where b.topic_id = any(:keys)
          and b.handle = o.handle and b.day < :from)
        order by handle, at, mention_id\
        """
            .formatted(WORDS),
        with(asked.topics(), asked.days()));
  }

  private Rows voice(Scope scope, Days days, String brand) {
    var of =
        roles.all(scope).entrySet().stream()
            .filter(entry -> entry.getValue().brand().equals(brand))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (of.isEmpty()) {
      throw new BadInputException("figure", "voice:" + brand, "No topic stands for that brand.");
    }
    return people(of, days, "true");
  }

  private List<UUID> list(Scope scope, Asked asked, String figure) {
    Days days = asked.days();
    return switch (figure) {
      case "answers" -> asks.answered(scope, days.start(), days.end()).reversed();
      case SEEDS, SEEDS_GLAD -> seeds(scope, asked.campaign(), figure.equals(SEEDS_GLAD));
      case "asked", "in-time", "late", "answered", "unanswered" -> asked(scope, days, figure);
      default ->
          throw new BadInputException(
              "figure", figure, "Use a name that `evidence` of a figure gave.");
    };
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
}

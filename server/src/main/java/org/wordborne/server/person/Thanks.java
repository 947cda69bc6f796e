package org.wordborne.server.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Wilson;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// The ledger of whom we thanked, when and how: written at its end only, which the database itself
/// holds the program to.
@Component
public class Thanks {
  private static final Set<String> WAYS = Set.of("in-thread", "private", "gift");
  private static final int LONGEST_NOTE = 2_000;
  private static final int DAYS = 90;
  private static final int QUIET = 50;
  private static final int ENOUGH_PEOPLE = 25;

  private final Transactions transactions;
  private final Ids ids;
  private final InstantSource clock;

  Thanks(Transactions transactions, Ids ids, InstantSource clock) {
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /// What is to be entered.
  ///
  /// @param mention the word they are thanked for, if it is for one; it must be theirs
  /// @param how in-thread, private or gift
  /// @param note a word beside it; may be ""
  /// @param reply our reply, where one was sent
  public record Entry(
      UUID person,
      @Nullable UUID mention,
      String how,
      String note,
      @Nullable UUID by,
      @Nullable UUID reply) {}

  /// Looks whether an entry could be made, and says what is wrong with it if not.
  public void check(Scope scope, Entry entry) {
    transactions.run(scope, tx -> check(entry, tx));
  }

  /// Enters a thank-you; the same reply, or the same way for the same word, is entered once.
  public ThanksLine give(Scope scope, Entry entry, JdbcClient tx) {
    check(entry, tx);
    tx.sql("select pg_advisory_xact_lock(hashtextextended('thanks ' || :workspace::text, 0))")
        .param("workspace", scope.workspace().value())
        .query((_, _) -> 0)
        .list();
    var known = same(entry, tx);
    if (!known.isEmpty()) {
      return known.getFirst();
    }
    UUID id = ids.next();
    tx.sql(
            """
            insert into thanks
              (workspace_id, number, id, person_id, mention_id, how, by_id, at, reply_id)
            select :workspace, coalesce(max(number), 0) + 1, :id, :person, :mention::uuid, :how,
              :by::uuid, :at, :reply::uuid
            from thanks where workspace_id = :workspace
            """)
        .param("workspace", scope.workspace().value())
        .param("id", id)
        .param("person", entry.person())
        .param("mention", entry.mention())
        .param("how", entry.how())
        .param("by", entry.by())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("reply", entry.reply())
        .update();
    if (!entry.note().isBlank()) {
      tx.sql("insert into thanks_note (workspace_id, thanks_id, text) values (?, ?, ?)")
          .params(scope.workspace().value(), id, entry.note().strip())
          .update();
    }
    return lines("k.id = :id", tx).param("id", id).query(Thanks::read).single();
  }

  private static List<ThanksLine> same(Entry entry, JdbcClient tx) {
    if (entry.reply() != null) {
      return lines("k.reply_id = :reply", tx)
          .param("reply", entry.reply())
          .query(Thanks::read)
          .list();
    }
    if (entry.mention() == null) {
      return List.of();
    }
    return lines("k.mention_id = :mention and k.person_id = :person and k.how = :how", tx)
        .param("mention", entry.mention())
        .param("person", entry.person())
        .param("how", entry.how())
        .query(Thanks::read)
        .list();
  }

  private static void check(Entry entry, JdbcClient tx) {
    if (!WAYS.contains(entry.how())) {
      throw new BadInputException("how", entry.how(), "One of in-thread, private, gift.");
    }
    if (entry.note().length() > LONGEST_NOTE) {
      throw new BadInputException(
          "text", entry.note().length() + " characters", "At most " + LONGEST_NOTE + ".");
    }
    var own =
        tx.sql("select own from person where id = :person")
            .param("person", entry.person())
            .query(Boolean.class)
            .optional()
            .orElseThrow(
                () -> new NotFoundException("There is no person " + entry.person() + " here."));
    if (own) {
      throw new BadInputException("person", entry.person(), "This account is your own.");
    }
    if (entry.mention() != null && !isTheirs(entry.person(), entry.mention(), tx)) {
      throw new BadInputException("mentionId", entry.mention(), "This word is not theirs.");
    }
  }

  private static boolean isTheirs(UUID person, UUID mention, JdbcClient tx) {
    return tx.sql(
            """
            select exists (
              select 1 from spoken where mention_id = :mention and person_id = :person)
            """)
        .param("mention", mention)
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  /// A page of the ledger, its end first; one more than the page holds, if there is more.
  public List<ThanksLine> list(Scope scope, Page page) {
    return transactions.in(
        scope,
        tx ->
            lines("true order by k.number desc offset :offset limit :limit", tx)
                .param("offset", page.offset())
                .param("limit", page.limit() + 1)
                .query(Thanks::read)
                .list());
  }

  private static JdbcClient.StatementSpec lines(String where, JdbcClient tx) {
    // All conditions are of our own making, out of this class.
    return tx.sql(
        """
        select k.*, coalesce(n.text, '') as note from thanks k
        left join thanks_note n on n.workspace_id = k.workspace_id and n.thanks_id = k.id
        where\s"""
            + where);
  }

  private static ThanksLine read(ResultSet row, int number) throws SQLException {
    return new ThanksLine(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getObject("person_id", UUID.class),
        row.getObject("mention_id", UUID.class),
        row.getString("how"),
        row.getString("note"),
        row.getObject("by_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("reply_id", UUID.class));
  }

  /// Whether only the loud were thanked in the last 90 days.
  public ThanksFairness fairness(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    with thanked as (
                      select distinct p.id, p.hear from thanks k
                      join person p on p.workspace_id = k.workspace_id and p.id = k.person_id
                      where k.at > :since),
                    kind as (
                      select distinct p.id, p.hear from spoken s
                      join person p on p.workspace_id = s.workspace_id and p.id = s.person_id
                      where s.praises and s.counted and s.at > :since and not p.own)
                    select (select count(*) from thanked),
                      (select count(*) from thanked where hear <= :quiet),
                      (select count(*) from kind), (select count(*) from kind where hear <= :quiet)
                    """)
                .param(
                    "since", clock.instant().minus(Duration.ofDays(DAYS)).atOffset(ZoneOffset.UTC))
                .param("quiet", QUIET)
                .query(
                    (row, _) ->
                        fairness(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single());
  }

  private static ThanksFairness fairness(long people, long quiet, long kind, long kindQuiet) {
    if (people < ENOUGH_PEOPLE) {
      return new ThanksFairness(DAYS, people, quiet, null, null, null, kind, kindQuiet);
    }
    var share = Wilson.share(quiet, people);
    return new ThanksFairness(
        DAYS, people, quiet, share.share(), share.low(), share.high(), kind, kindQuiet);
  }
}

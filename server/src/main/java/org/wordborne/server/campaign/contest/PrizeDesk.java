package org.wordborne.server.campaign.contest;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.MoneyBook;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Posting;
import org.wordborne.server.workspace.Postings;
import org.wordborne.server.workspace.Postings.Move;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// The prizes of a contest and their ledger: every piece is in exactly one account, and the
/// accounts sum to the stock after every line.
@Component
class PrizeDesk {
  private static final int MOST_PRIZES = 50;
  private final Transactions transactions;
  private final Postings postings;
  private final MoneyBook money;
  private final ContestDesk desk;
  private final Ids ids;

  PrizeDesk(
      Transactions transactions, Postings postings, MoneyBook money, ContestDesk desk, Ids ids) {
    this.transactions = transactions;
    this.postings = postings;
    this.money = money;
    this.desk = desk;
    this.ids = ids;
  }

  /// What a person says of a prize.
  ///
  /// @param each its value, as `18.00 GBP`
  record PrizeDraft(@Nullable String name, @Nullable String each, @Nullable Integer pieces) {}

  /// A prize as it is kept.
  record Prize(UUID id, String slug, String name, Money each, int pieces, int place) {}

  /// A prize and where its pieces are.
  ///
  /// @param accounts pieces by state; they sum to `pieces`
  record PrizeView(
      UUID id, String slug, String name, Money each, int pieces, Map<String, Long> accounts) {}

  /// A line of the ledger.
  record PrizeLine(String at, String prize, String from, String to, long amount, String why) {}

  /// All prizes with their ledger.
  record PrizesView(List<PrizeView> prizes, @Nullable Money total, List<PrizeLine> lines) {}

  /// Puts a prize into the contest: its pieces come from the supplier into the stock and are kept
  /// for this contest.
  ///
  /// @throws ConflictException if the budget does not hold it, or the campaign was started
  PrizesView add(SignedIn by, UUID campaign, PrizeDraft draft) {
    Scope scope = by.scope();
    String name = draft.name() == null ? "" : draft.name().strip();
    if (name.isEmpty() || name.length() > 120) {
      throw new BadInputException("name", draft.name(), "A prize has a name of 1 to 120 signs.");
    }
    int pieces = draft.pieces() == null ? 1 : draft.pieces();
    if (pieces < 1 || pieces > 10_000) {
      throw new BadInputException("pieces", pieces, "From 1 to 10,000 pieces.");
    }
    Money each = Money.of("each", draft.each() == null ? "" : draft.each());
    if (each.minor() < 0) {
      throw new BadInputException("each", draft.each(), "A prize is worth nothing or more.");
    }
    transactions.run(
        scope,
        tx -> {
          beforeStart(tx, campaign);
          var contest = ContestBook.hold(tx, campaign);
          var known = all(tx, campaign);
          if (known.size() >= MOST_PRIZES) {
            throw new ConflictException("A contest has at most " + MOST_PRIZES + " prizes.");
          }
          var prize =
              new Prize(ids.next(), slug(name, known), name, each, pieces, known.size() + 1);
          write(scope, tx, contest, prize, by);
          plan(scope, tx, campaign, by);
        });
    desk.changed(scope, campaign);
    return view(scope, campaign);
  }

  private static void beforeStart(JdbcClient tx, UUID campaign) {
    if (CampaignGround.hold(tx, campaign).wasStarted()) {
      throw new ConflictException("The prizes were announced; they cannot be changed any more.");
    }
  }

  private void plan(Scope scope, JdbcClient tx, UUID campaign, SignedIn by) {
    total(all(tx, campaign))
        .ifPresentOrElse(
            sum -> money.plan(scope, tx, campaign, "prizes", sum, by),
            () -> money.free(scope, tx, campaign, "prizes", by));
  }

  /// What all pieces of all prizes are worth; nothing where there is no prize.
  static Optional<Money> total(List<Prize> prizes) {
    return prizes.stream().map(prize -> prize.each().times(prize.pieces())).reduce(Money::plus);
  }

  private void write(Scope scope, JdbcClient tx, Contest contest, Prize prize, SignedIn by) {
    tx.sql(
            """
            insert into prize (workspace_id, id, contest, slug, name, each_minor, currency, pieces,
              place)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            scope.workspace().value(),
            prize.id(),
            contest.id(),
            prize.slug(),
            prize.name(),
            prize.each().minor(),
            prize.each().currency(),
            prize.pieces(),
            prize.place())
        .update();
    for (int no = 1; no <= prize.pieces(); no++) {
      tx.sql(
              """
              insert into prize_unit (workspace_id, id, contest, prize_id, no, state)
              values (?, ?, ?, ?, ?, 'reserved')\
              """)
          .params(scope.workspace().value(), ids.next(), contest.id(), prize.id(), no)
          .update();
    }
    book(scope, tx, contest, prize.slug(), "supplier", "stock", prize.pieces(), "bought", by);
    book(scope, tx, contest, prize.slug(), "stock", "reserved", prize.pieces(), "kept", by);
  }

  /// Takes a prize out again, before the campaign starts.
  PrizesView remove(SignedIn by, UUID campaign, UUID id) {
    Scope scope = by.scope();
    transactions.run(
        scope,
        tx -> {
          beforeStart(tx, campaign);
          var contest = ContestBook.hold(tx, campaign);
          var gone = get(tx, campaign, id);
          tx.sql("delete from prize_unit where prize_id = ?").param(id).update();
          tx.sql("delete from prize where id = ?").param(id).update();
          book(scope, tx, contest, gone.slug(), "reserved", "stock", gone.pieces(), "freed", by);
          book(scope, tx, contest, gone.slug(), "stock", "supplier", gone.pieces(), "back", by);
          plan(scope, tx, campaign, by);
        });
    desk.changed(scope, campaign);
    return view(scope, campaign);
  }

  /// Moves pieces of a prize from one account to another, in the transaction of the deed.
  void book(
      Scope scope,
      JdbcClient tx,
      Contest contest,
      String slug,
      String from,
      String to,
      long amount,
      String why,
      SignedIn by) {
    String key = "prize/" + ids.next();
    postings.move(
        scope, tx, new Move(key, contest.prizeBook(), "piece:" + slug, from, to, amount, why), by);
  }

  private static String slug(String name, List<Prize> known) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = plain.length() > 30 ? plain.substring(0, 30).replaceAll("-$", "") : plain;
    String base = cut.isEmpty() ? "prize" : cut;
    var taken = known.stream().map(Prize::slug).collect(Collectors.toSet());
    String slug = base;
    for (int i = 2; taken.contains(slug); i++) {
      slug = base + "-" + i;
    }
    return slug;
  }

  static List<Prize> all(JdbcClient tx, UUID campaign) {
    return tx.sql("select * from prize where contest = ? order by place")
        .param(campaign)
        .query(
            (row, _) ->
                new Prize(
                    row.getObject("id", UUID.class),
                    row.getString("slug"),
                    row.getString("name"),
                    new Money(row.getLong("each_minor"), row.getString("currency")),
                    row.getInt("pieces"),
                    row.getInt("place")))
        .list();
  }

  static Prize get(JdbcClient tx, UUID campaign, UUID id) {
    return all(tx, campaign).stream()
        .filter(prize -> prize.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new org.wordborne.server.workspace.NotFoundException(
                    "There is no prize " + id + "."));
  }

  /// The prizes, where their pieces are, and every line of the ledger.
  PrizesView view(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx -> {
          var contest = ContestBook.get(tx, campaign);
          var prizes = all(tx, campaign);
          var views = new ArrayList<PrizeView>();
          for (Prize prize : prizes) {
            views.add(
                new PrizeView(
                    prize.id(),
                    prize.slug(),
                    prize.name(),
                    prize.each(),
                    prize.pieces(),
                    accounts(scope, contest, prize)));
          }
          var lines =
              postings.read(scope, contest.prizeBook()).stream().map(PrizeDesk::line).toList();
          return new PrizesView(views, total(prizes).orElse(null), lines);
        });
  }

  private Map<String, Long> accounts(Scope scope, Contest contest, Prize prize) {
    var accounts =
        new TreeMap<>(postings.balances(scope, contest.prizeBook(), "piece:" + prize.slug()));
    accounts.remove("supplier");
    accounts.values().removeIf(amount -> amount == 0);
    return accounts;
  }

  private static PrizeLine line(Posting posting) {
    return new PrizeLine(
        posting.at().toString(),
        posting.unit().substring("piece:".length()),
        posting.from(),
        posting.to(),
        posting.amount(),
        posting.why());
  }
}

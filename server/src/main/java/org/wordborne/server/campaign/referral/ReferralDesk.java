package org.wordborne.server.campaign.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.Campaigns;
import org.wordborne.server.campaign.MoneyBook;
import org.wordborne.server.campaign.ReferralFigures.KFactor;
import org.wordborne.server.mailroom.MailName;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.publicpage.PublicAddress;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.publicpage.ShortLinks;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Programmes for people who tell friends, and those who join.
@Component
class ReferralDesk {
  /// The kinds of doors: of a programme, and of somebody's own page.
  static final String DOOR = "referral";

  static final String OWN_DOOR = "advocate";

  private final Transactions transactions;
  private final Campaigns campaigns;
  private final PublicDoors doors;
  private final PublicAddress address;
  private final ShortLinks links;
  private final Rewards rewards;
  private final MoneyBook money;
  private final ProgrammeFigures figures;
  private final SecretBox box;
  private final LiveEvents live;
  private final Ids ids;
  private final InstantSource clock;

  ReferralDesk(
      Transactions transactions,
      Campaigns campaigns,
      PublicDoors doors,
      PublicAddress address,
      ShortLinks links,
      Rewards rewards,
      MoneyBook money,
      ProgrammeFigures figures,
      SecretBox box,
      LiveEvents live,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.doors = doors;
    this.address = address;
    this.links = links;
    this.rewards = rewards;
    this.money = money;
    this.figures = figures;
    this.box = box;
    this.live = live;
    this.ids = ids;
    this.clock = clock;
  }

  /// What a person says of a programme.
  ///
  /// @param reward for each friend, as `2.00 GBP`; nothing when left out
  /// @param budget of all rewards
  /// @param days for how long it runs
  record ReferralDraft(
      @Nullable Integer windowDays,
      @Nullable String reward,
      @Nullable String budget,
      @Nullable Integer days) {}

  /// A programme as its people see it.
  ///
  /// @param joined all who joined; `brought` of them by somebody's link or code
  /// @param accounts minor units by account
  /// @param k null where there are too few to say
  record ReferralProgrammeView(
      UUID id,
      String publicUrl,
      int windowDays,
      Instant endsAt,
      Money reward,
      Money budget,
      Map<String, Long> accounts,
      int joined,
      int brought,
      @Nullable KFactor k,
      @Nullable String whyNot,
      List<Rewards.RewardView> rewards) {}

  /// Somebody in a tree; nobody's name.
  record ReferralNode(
      String code, @Nullable String toldBy, String how, Instant joinedAt, int brought) {}

  /// All who joined, in the order in which they did.
  record ReferralTree(List<ReferralNode> people) {}

  /// What somebody gets who joined.
  record Own(Programme programme, Advocate advocate, int brought, String url) {}

  /// Makes the campaign's programme, once.
  ReferralProgrammeView make(SignedIn by, UUID campaign, ReferralDraft draft) {
    Scope scope = by.scope();
    transactions.run(
        scope,
        tx -> {
          if (Programme.of(tx, campaign).isPresent()) {
            throw new ConflictException("The campaign has its referral; what it promises stands.");
          }
          var programme = read(tx, campaign, draft);
          write(scope, tx, programme);
          money.plan(scope, tx, campaign, "referral", programme.budget(), by);
          rewards.fund(scope, tx, programme, by);
          doors.make(scope, tx, DOOR, programme.id());
        });
    changed(scope, campaign);
    return view(scope, campaign);
  }

  private Programme read(JdbcClient tx, UUID campaign, ReferralDraft draft) {
    String currency =
        tx.sql("select currency from campaign where id = ?")
            .param(campaign)
            .query(String.class)
            .optional()
            .orElseThrow(
                () ->
                    new org.wordborne.server.workspace.NotFoundException(
                        "There is no campaign " + campaign + "."));
    Money reward = amount("reward", draft.reward(), currency);
    Money budget = amount("budget", draft.budget(), currency);
    if (budget.minor() < reward.minor()) {
      throw new BadInputException(
          "budget",
          draft.budget(),
          "The budget holds at least one reward of " + reward.text() + ".");
    }
    int window = within("windowDays", draft.windowDays(), 30);
    int days = within("days", draft.days(), 30);
    return new Programme(
        ids.next(), campaign, window, reward, budget, clock.instant().plus(Duration.ofDays(days)));
  }

  private static Money amount(String field, @Nullable String written, String currency) {
    Money amount = written == null ? Money.none(currency) : Money.of(field, written);
    if (!amount.currency().equals(currency) || amount.minor() < 0) {
      throw new BadInputException(field, written, "An amount of 0 or more in " + currency + ".");
    }
    return amount;
  }

  private static int within(String field, @Nullable Integer given, int usual) {
    int value = given == null ? usual : given;
    if (value < 1 || value > 365) {
      throw new BadInputException(field, given, "From 1 to 365 days.");
    }
    return value;
  }

  private void write(Scope scope, JdbcClient tx, Programme programme) {
    tx.sql(
            """
            insert into programme (workspace_id, id, campaign_id, window_days, reward_minor,
              budget_minor, currency, ends_at, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            scope.workspace().value(),
            programme.id(),
            programme.campaign(),
            programme.windowDays(),
            programme.reward().minor(),
            programme.budget().minor(),
            programme.budget().currency(),
            programme.endsAt().atOffset(ZoneOffset.UTC),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The programme of a campaign, if it has one.
  ///
  /// @throws org.wordborne.server.workspace.NotFoundException if there is no such campaign
  Optional<ReferralProgrammeView> find(Scope scope, UUID campaign) {
    campaigns.get(scope, campaign);
    boolean made = transactions.in(scope, tx -> Programme.of(tx, campaign).isPresent());
    return made ? Optional.of(view(scope, campaign)) : Optional.empty();
  }

  /// How a programme stands.
  ReferralProgrammeView view(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx -> {
          var programme = Programme.get(tx, campaign);
          var people = Advocate.all(tx, programme.id());
          var k = figures.factor(tx, programme, clock.instant());
          var accounts = rewards.accounts(scope, programme);
          accounts.remove("campaign");
          return new ReferralProgrammeView(
              programme.id(),
              doors
                  .of(scope, DOOR, programme.id())
                  .map(door -> address.absolute("/p/r/" + door))
                  .orElse(""),
              programme.windowDays(),
              programme.endsAt(),
              programme.reward(),
              programme.budget(),
              accounts,
              people.size(),
              (int) people.stream().filter(one -> one.parent() != null).count(),
              k,
              k == null ? ProgrammeFigures.whyNot(people.size()) : null,
              rewards.all(tx, programme));
        });
  }

  ReferralTree tree(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx -> {
          var people = Advocate.all(tx, Programme.get(tx, campaign).id());
          var codes = new java.util.HashMap<UUID, String>();
          var brought = new java.util.HashMap<UUID, Integer>();
          people.forEach(one -> codes.put(one.id(), one.code()));
          people.forEach(
              one -> {
                if (one.parent() != null) {
                  brought.merge(one.parent(), 1, Integer::sum);
                }
              });
          return new ReferralTree(
              people.stream()
                  .map(
                      one ->
                          new ReferralNode(
                              one.code(),
                              one.parent() == null ? null : codes.get(one.parent()),
                              one.how(),
                              one.joinedAt(),
                              brought.getOrDefault(one.id(), 0)))
                  .toList());
        });
  }

  ReferralProgrammeView change(SignedIn by, UUID campaign, UUID reward, String to) {
    transactions.run(
        by.scope(), tx -> rewards.change(by, tx, Programme.get(tx, campaign), reward, to));
    changed(by.scope(), campaign);
    return view(by.scope(), campaign);
  }

  /// Why somebody cannot join, as a key of the words of the pages.
  static final class NotJoined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotJoined(String key) {
      super(key);
    }
  }

  /// Takes somebody who joins.
  ///
  /// @param code of who told them; empty for nobody
  /// @param how whether the code stood in the link or was typed
  /// @return the door of their own page
  /// @throws NotJoined if the campaign does not run, if they joined before, or it is their own code
  String join(Scope scope, UUID id, String mail, String name, String code, String how) {
    String address = Mailroom.address("mail", mail);
    UUID campaign = transactions.in(scope, tx -> Programme.byId(tx, id)).campaign();
    String door =
        transactions.in(
            scope, tx -> join(scope, tx, Programme.byId(tx, id), address, name, code, how));
    changed(scope, campaign);
    return door;
  }

  private String join(
      Scope scope,
      JdbcClient tx,
      Programme programme,
      String mail,
      String name,
      String code,
      String how) {
    Instant now = clock.instant();
    if (!runs(tx, programme.campaign())) {
      throw new NotJoined("j.still");
    }
    if (!now.isBefore(programme.endsAt())) {
      throw new NotJoined("j.closed");
    }
    var friend = friend(tx, programme, code, now);
    if (friend.isPresent() && isSame(friend.get(), mail)) {
      throw new NotJoined("j.self");
    }
    UUID id = ids.next();
    String door = doors.of(scope, DOOR, programme.id()).orElseThrow();
    var link = links.make(scope, tx, "/p/r/" + door + "?c={code}", "referral", programme.id());
    var one =
        new Advocate(
            id,
            programme.id(),
            friend.map(Advocate::id).orElse(null),
            friend.map(Advocate::root).orElse(id),
            friend.isPresent() ? how : "self",
            link.code(),
            box.seal(id, mail),
            now);
    String hash = box.mark(programme.id(), MailName.of(mail).box());
    if (!Advocate.write(scope, tx, one, hash, box.seal(id, name))) {
      throw new NotJoined("j.again");
    }
    if (friend.isPresent() && !Advocate.wasForgotten(tx, programme.id(), hash)) {
      rewards.promise(scope, tx, programme, friend.get().id(), id);
    }
    return doors.make(scope, tx, OWN_DOOR, id);
  }

  private static boolean runs(JdbcClient tx, UUID campaign) {
    return tx.sql("select state = 'running' from campaign where id = ?")
        .param(campaign)
        .query(Boolean.class)
        .single();
  }

  /* A link counts for so many days after its advocate joined; afterwards people join by themselves. */
  private static Optional<Advocate> friend(
      JdbcClient tx, Programme programme, String code, Instant now) {
    return Advocate.byCode(tx, programme.id(), code.strip().toUpperCase(Locale.ROOT))
        .filter(one -> !one.isForgotten())
        .filter(one -> now.isBefore(one.joinedAt().plus(Duration.ofDays(programme.windowDays()))));
  }

  /* Another way to write the same mailbox is the same person here: it is about money. */
  private boolean isSame(Advocate friend, String mail) {
    byte[] sealed = friend.mail();
    return sealed != null
        && MailName.of(box.open(friend.id(), sealed)).box().equals(MailName.of(mail).box());
  }

  /// Forgets somebody who asks for it: name and mail go, with what was not paid yet. That somebody
  /// joined stays, as a place in the tree that says nothing of anybody.
  void forget(Scope scope, UUID advocate) {
    UUID campaign =
        transactions.in(
            scope,
            tx -> {
              var one = advocate(tx, advocate);
              var programme = Programme.byId(tx, one.programme());
              Advocate.forget(tx, advocate);
              rewards.forget(scope, tx, programme, advocate);
              return programme.campaign();
            });
    changed(scope, campaign);
  }

  private static Advocate advocate(JdbcClient tx, UUID id) {
    return Advocate.byId(tx, id)
        .orElseThrow(
            () ->
                new org.wordborne.server.workspace.NotFoundException(
                    "There is nothing at this address."));
  }

  Programme programme(Scope scope, UUID id) {
    return transactions.in(scope, tx -> Programme.byId(tx, id));
  }

  Own own(Scope scope, UUID advocate) {
    return transactions.in(
        scope,
        tx -> {
          var one = advocate(tx, advocate);
          return new Own(
              Programme.byId(tx, one.programme()),
              one,
              Advocate.brought(tx, one.id()),
              address.absolute("/l/" + one.code()));
        });
  }

  private void changed(Scope scope, UUID campaign) {
    live.publish(
        scope.workspace(), "campaigns", new LiveEvents.Changed(Set.of(campaign.toString())));
  }
}

package org.wordborne.server.campaign.contest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.effect.Entry;
import org.wordborne.server.campaign.contest.EntryBook.Secret;
import org.wordborne.server.mailroom.MailName;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Takes entries, each way they come.
///
/// The time of an entry is ours, read while the contest's row is held: one at the close and the
/// seal itself wait for each other, so that nothing comes after the seal.
@Component
class EntryDesk {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int MOST_TWICE = 20;
  private static final Duration ADDRESSES = Duration.ofDays(30);

  private final Transactions transactions;
  private final Secrets secrets;
  private final SecretBox box;
  private final Log log;
  private final Chances chances;
  private final ReceiptMail mail;
  private final ContestDesk desk;
  private final Ids ids;
  private final InstantSource clock;

  EntryDesk(
      Transactions transactions,
      Secrets secrets,
      SecretBox box,
      Log log,
      Chances chances,
      ReceiptMail mail,
      ContestDesk desk,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.secrets = secrets;
    this.box = box;
    this.log = log;
    this.chances = chances;
    this.mail = mail;
    this.desk = desk;
    this.ids = ids;
    this.clock = clock;
  }

  /// What an entrant is told.
  ///
  /// @param key opens their own page; kept by nobody else
  record Receipt(String code, String key, int number) {
    String path() {
      return "/p/e/" + code + "?k=" + key;
    }
  }

  /// Takes an entry from the public form.
  ///
  /// @throws EntryRefused with what would be right
  Receipt enter(Scope scope, UUID campaign, EntryForm form) {
    Receipt receipt =
        transactions.in(
            scope,
            tx -> {
              var contest = ContestBook.hold(tx, campaign);
              Instant now = now();
              judge(tx, contest, form, now);
              String hash = Secrets.hash(contest.addressKey(), MailName.of(form.mail()).exact());
              var before = EntryBook.ofMail(tx, campaign, hash);
              judge(contest, before);
              var friend = friend(tx, contest, form);
              var line =
                  new Line(
                      friend == null ? "form" : "referral",
                      null,
                      null,
                      form.words().strip(),
                      group(tx, contest, before),
                      Entered.VALID,
                      form.language(),
                      form.region(),
                      friend == null ? null : friend.id());
              var taken = take(Log.entrant(scope), tx, contest, line, now, new Given(hash, form));
              mail.receipt(scope, CampaignGround.get(tx, campaign), contest, taken, form);
              return taken;
            });
    desk.changed(scope, campaign);
    return receipt;
  }

  private @Nullable Entered friend(JdbcClient tx, Contest contest, EntryForm form) {
    String code = form.toldBy().strip().toUpperCase(Locale.ROOT);
    if (code.isEmpty() || contest.referralChances() == 0) {
      return null;
    }
    var friend =
        EntryBook.byCode(tx, code)
            .filter(entry -> entry.contest().equals(contest.id()) && entry.isValid())
            .orElseThrow(() -> new EntryRefused("toldBy", "unknown.code", code));
    byte[] theirs = EntryBook.secret(tx, friend.id(), "mail");
    String mailbox = MailName.of(form.mail()).box();
    if (theirs != null && MailName.of(box.open(friend.id(), theirs)).box().equals(mailbox)) {
      throw new EntryRefused("toldBy", "own.code");
    }
    return friend;
  }

  private static void judge(JdbcClient tx, Contest contest, EntryForm form, Instant now) {
    var campaign = CampaignGround.get(tx, contest.id());
    Locale language = Locale.forLanguageTag(form.language());
    if (!contest.byForm()) {
      throw new EntryRefused("", "no.form");
    }
    Instant closes = campaign.closes(contest);
    if (contest.sealedAt() != null || !now.isBefore(closes)) {
      throw new EntryRefused(
          "", "late", ContestTime.text(closes, contest.zone(), language), clockFace(now, contest));
    }
    if (!campaign.isRunning() || now.isBefore(contest.opensAt())) {
      throw new EntryRefused(
          "", "early", ContestTime.text(contest.opensAt(), contest.zone(), language));
    }
    var faults = Eligibility.faults(contest, form);
    if (!faults.isEmpty()) {
      throw new EntryRefused(faults);
    }
  }

  private static void judge(Contest contest, List<Entered> before) {
    if (before.size() >= contest.perPerson()) {
      throw new EntryRefused(
          "mail", contest.perPerson() == 1 ? "again" : "too.often", contest.perPerson());
    }
  }

  private static String clockFace(Instant at, Contest contest) {
    return DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atZone(contest.zone()));
  }

  private int group(JdbcClient tx, Contest contest, List<Entered> before) {
    if (!before.isEmpty()) {
      return before.getFirst().group();
    }
    int group = secrets.group();
    while (EntryBook.isGroup(tx, contest.id(), group)) {
      group = secrets.group();
    }
    return group;
  }

  /// Takes a post with the hashtag, in the transaction of a follower that holds the contest's row.
  ///
  /// @param way hashtag or comment
  void hear(Scope scope, JdbcClient tx, Contest contest, Mention mention, String way) {
    if (EntryBook.wasForgotten(tx, contest, mention.id())) {
      return;
    }
    UUID handle = mention.author().handle();
    var before = EntryBook.ofHandle(tx, contest.id(), handle);
    if (before.size() >= contest.perPerson() + MOST_TWICE) {
      return;
    }
    long counted = before.stream().filter(entry -> !entry.status().equals("twice")).count();
    var line =
        new Line(
            way,
            mention.id(),
            handle,
            mention.text(),
            group(tx, contest, before),
            counted < contest.perPerson() ? Entered.VALID : "twice",
            mention.language(),
            "",
            null);
    take(Log.entrant(scope), tx, contest, line, mention.heardAt(), null);
  }

  /// Takes an entry that staff typed in: a card from the counter, a call.
  Receipt type(SignedIn by, UUID campaign, String name, String words, String language) {
    if (name.isBlank() || words.isBlank() || words.length() > Eligibility.LONGEST_WORDS) {
      throw new BadInputException("words", words, "A card has a name, and 1 to 500 characters.");
    }
    Scope scope = by.scope();
    Receipt receipt =
        transactions.in(
            scope,
            tx -> {
              var contest = ContestBook.hold(tx, campaign);
              Instant now = now();
              var form = new EntryForm(name, "", "", true, true, words, "", null, "", language);
              if (!CampaignGround.get(tx, campaign).isRunning() || !contest.isOpen(now)) {
                throw new BadInputException(
                    "words",
                    null,
                    "The contest takes entries until "
                        + ContestTime.text(contest.closesAt(), contest.zone())
                        + ".");
              }
              var line =
                  new Line(
                      "staff",
                      null,
                      null,
                      words.strip(),
                      group(tx, contest, List.of()),
                      Entered.VALID,
                      language,
                      "",
                      null);
              return take(by, tx, contest, line, now, new Given(null, form));
            });
    desk.changed(scope, campaign);
    return receipt;
  }

  /* Times are kept in thousandths, as the digest says them. */
  private Instant now() {
    return Instant.ofEpochMilli(clock.instant().toEpochMilli());
  }

  /// What an entry will say.
  private record Line(
      String way,
      @Nullable UUID mention,
      @Nullable UUID handle,
      String words,
      int group,
      String status,
      String language,
      String region,
      @Nullable UUID referrer) {}

  /// What was given in confidence.
  private record Given(@Nullable String mailHash, EntryForm form) {}

  private Receipt take(
      SignedIn by, JdbcClient tx, Contest contest, Line line, Instant at, @Nullable Given given) {
    Scope scope = by.scope();
    UUID id = ids.next();
    int number = ContestBook.number(tx, contest.id());
    String code = code(tx);
    byte[] salt = secrets.salt();
    Instant received = Instant.ofEpochMilli(at.toEpochMilli());
    String key = secrets.key(scope.workspace());
    var entry =
        new Entered(
            id,
            contest.id(),
            number,
            code,
            line.way(),
            line.mention(),
            line.handle(),
            line.words(),
            Entry.digest(salt, line.way(), MILLIS.format(received), line.words()),
            line.group(),
            1,
            line.status(),
            CampaignGround.rulesVersion(tx, contest.id()),
            line.language(),
            line.region(),
            line.referrer(),
            received);
    EntryBook.write(scope, tx, entry, secret(id, salt, key, given));
    log.write(
        scope,
        tx,
        contest.id(),
        id,
        "entered",
        by,
        "code",
        code,
        "digest",
        entry.digest(),
        "status",
        entry.status(),
        "way",
        entry.way());
    chances.recount(scope, tx, contest, entry, by);
    return new Receipt(code, key, number);
  }

  private Secret secret(UUID id, byte[] salt, String key, @Nullable Given given) {
    byte[] closed = box.seal(id, key);
    if (given == null) {
      return new Secret(null, null, null, salt, closed, null, null);
    }
    var form = given.form();
    return new Secret(
        given.mailHash(),
        form.mail().isEmpty() ? null : box.seal(id, form.mail().strip()),
        box.seal(id, form.name().strip()),
        salt,
        closed,
        form.millis(),
        form.addressHash().isEmpty() ? null : form.addressHash());
  }

  private String code(JdbcClient tx) {
    String code = secrets.code();
    while (EntryBook.byCode(tx, code).isPresent()) {
      code = secrets.code();
    }
    return code;
  }

  /// A word with the hashtag was taken back: its entry goes. Once the list is sealed the entry may
  /// still win, and what was said goes alone.
  void gone(Scope scope, JdbcClient tx, Contest contest, Entered entry) {
    if (contest.sealedAt() == null) {
      EntryBook.status(tx, entry.id(), "withdrawn");
      EntryBook.forget(tx, contest, entry);
      AppealDesk.forget(tx, entry.id());
    } else {
      EntryBook.silence(tx, contest, entry);
    }
    log.write(scope, tx, contest.id(), entry.id(), "gone", Log.clock(scope), "code", entry.code());
  }

  /// Forgets network addresses whose time is over.
  void dropAddresses(Scope scope) {
    transactions.run(scope, tx -> EntryBook.dropAddresses(tx, clock.instant().minus(ADDRESSES)));
  }
}

package org.wordborne.server.campaign.contest;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.MailName;
import org.wordborne.server.mention.CorrectionSummary.Share;
import org.wordborne.server.mention.Wilson;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.text.Fingerprint;

/// Flags what looks odd, and lets a person decide without knowing whose it is.
///
/// One in twenty of the entries that look well is put among them, taken by the chance of its salt,
/// so that what the flags miss is known too.
@Component
class ReviewDesk {
  /// Why an entry may be excluded; the rules name the same grounds.
  static final Set<String> CODES =
      Set.of("many", "robot", "not-eligible", "not-own", "off-topic", "rude");

  private static final double SAMPLE = .05;
  private static final int LONG_WORDS = 5;

  private final Transactions transactions;
  private final SecretBox box;
  private final Log log;
  private final Chances chances;
  private final ContestDesk desk;
  private final InstantSource clock;

  ReviewDesk(
      Transactions transactions,
      SecretBox box,
      Log log,
      Chances chances,
      ContestDesk desk,
      InstantSource clock) {
    this.transactions = transactions;
    this.box = box;
    this.log = log;
    this.chances = chances;
    this.desk = desk;
    this.clock = clock;
  }

  /// An entry as a reviewer sees it: nothing that tells whose it is.
  record ReviewEntry(
      int number, String way, String words, @Nullable String decided, @Nullable String code) {}

  /// Entries that belong together, with what looks odd about them.
  record ReviewComponent(
      int component,
      boolean flagged,
      List<FraudReason> reasons,
      List<String> texts,
      List<ReviewEntry> entries) {}

  /// What is to be looked at, and how good the flags were so far.
  ///
  /// @param precision share of the flagged and decided that were excluded; null before any was
  /// @param missed share of the random sample that was excluded; null before any was decided
  record ReviewView(
      List<ReviewComponent> components,
      int undecided,
      int sample,
      @Nullable Share precision,
      @Nullable Share missed) {}

  /// Judges anew what nobody decided yet, if entries came since.
  ///
  /// @return whether something was judged
  boolean judge(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx -> {
          var contest = ContestBook.hold(tx, campaign);
          if (contest.sealedAt() != null || contest.judgedUpto() == contest.lastNumber()) {
            return false;
          }
          judge(scope, tx, contest);
          return true;
        });
  }

  private void judge(Scope scope, JdbcClient tx, Contest contest) {
    var entries = fraudEntries(tx, contest);
    FlagBook.clear(tx, contest.id());
    int component = FlagBook.components(tx, contest.id());
    var well = new ArrayList<FraudComponent>();
    for (FraudComponent judged : FraudSignals.judge(entries.keySet())) {
      component++;
      if (judged.isFlagged()) {
        for (FraudEntry entry : judged.entries()) {
          FlagBook.write(scope, tx, contest.id(), entry.id(), component, judged, false);
        }
      } else {
        well.add(judged);
      }
    }
    sample(scope, tx, contest, well, entries, component);
    ContestBook.judged(tx, contest.id(), contest.lastNumber());
  }

  private static void sample(
      Scope scope,
      JdbcClient tx,
      Contest contest,
      List<FraudComponent> well,
      Map<FraudEntry, Long> chances,
      int components) {
    var single = new HashMap<FraudEntry, FraudComponent>();
    well.forEach(judged -> judged.entries().forEach(entry -> single.put(entry, judged)));
    long most = (long) Math.ceil(SAMPLE * single.size());
    int component = components;
    var taken =
        single.keySet().stream()
            .sorted(Comparator.comparingLong(entry -> chances.getOrDefault(entry, 0L)))
            .limit(most)
            .toList();
    for (FraudEntry entry : taken) {
      component++;
      var judged = Objects.requireNonNull(single.get(entry));
      FlagBook.write(scope, tx, contest.id(), entry.id(), component, judged, true);
    }
  }

  /* Each with its number of chance, from its salt. */
  private Map<FraudEntry, Long> fraudEntries(JdbcClient tx, Contest contest) {
    var entries = new LinkedHashMap<FraudEntry, Long>();
    tx.sql(
            """
            select id, number, received_at, mail, salt, address_hash, form_ms, words, referrer
            from entry where contest = ? and status = 'valid' order by number""")
        .param(contest.id())
        .query(
            (row, _) -> {
              UUID id = row.getObject("id", UUID.class);
              byte[] sealed = row.getBytes("mail");
              var mail = sealed == null ? null : MailName.of(box.open(id, sealed));
              long millis = row.getLong("form_ms");
              boolean known = !row.wasNull();
              String words = row.getString("words");
              String address = row.getString("address_hash");
              var entry =
                  new FraudEntry(
                      id,
                      row.getInt("number"),
                      Contest.at(row, "received_at"),
                      mail == null ? "" : Secrets.hash(contest.addressKey(), mail.box()),
                      mail == null || mail.pattern().isEmpty()
                          ? ""
                          : Secrets.hash(contest.addressKey(), mail.pattern()),
                      mail != null && mail.relay(),
                      address == null ? "" : address,
                      known ? millis : null,
                      Fingerprint.of(words),
                      words.strip().split("\\s+").length >= LONG_WORDS,
                      row.getObject("referrer", UUID.class));
              byte[] salt = row.getBytes("salt");
              entries.put(entry, salt == null ? 0L : ByteBuffer.wrap(salt).getLong());
              return true;
            })
        .list();
    return entries;
  }

  /// What is to be looked at; judges anew first.
  ReviewView view(Scope scope, UUID campaign) {
    judge(scope, campaign);
    return transactions.in(
        scope,
        tx -> {
          ContestBook.get(tx, campaign);
          var flags = FlagBook.all(tx, campaign);
          var groups = new HashMap<Integer, List<Entered>>();
          var heads = new HashMap<Integer, FlagBook.Flag>();
          for (Entered entry : EntryBook.all(tx, campaign)) {
            var flag = flags.get(entry.id());
            if (flag != null && (flag.decided() != null || entry.isValid())) {
              groups.computeIfAbsent(flag.component(), _ -> new ArrayList<>()).add(entry);
              heads.put(flag.component(), flag);
            }
          }
          var components =
              groups.entrySet().stream()
                  .sorted(Map.Entry.comparingByKey())
                  .map(
                      group ->
                          component(
                              Objects.requireNonNull(heads.get(group.getKey())),
                              group.getValue(),
                              flags))
                  .toList();
          return new ReviewView(
              components,
              FlagBook.undecided(tx, campaign),
              (int) flags.values().stream().filter(FlagBook.Flag::sample).count(),
              share(flags.values(), false),
              share(flags.values(), true));
        });
  }

  private static ReviewComponent component(
      FlagBook.Flag head, List<Entered> entries, Map<UUID, FlagBook.Flag> flags) {
    return new ReviewComponent(
        head.component(),
        !head.sample(),
        head.reasons(),
        head.reasons().stream().map(FraudReason::text).toList(),
        entries.stream()
            .map(
                entry -> {
                  var flag = Objects.requireNonNull(flags.get(entry.id()));
                  return new ReviewEntry(
                      entry.number(), entry.way(), entry.words(), flag.decided(), flag.code());
                })
            .toList());
  }

  private static @Nullable Share share(java.util.Collection<FlagBook.Flag> flags, boolean sample) {
    var decided =
        flags.stream().filter(flag -> flag.sample() == sample && flag.decided() != null).toList();
    long out = decided.stream().filter(flag -> "exclude".equals(flag.decided())).count();
    return decided.isEmpty() ? null : Wilson.share(out, decided.size());
  }

  /// Decides about entries that are flagged or in the sample, all alike.
  ///
  /// @param keep whether they stay in
  /// @param code the ground, of [#CODES]; needed to exclude
  ReviewView decide(
      SignedIn by, UUID campaign, List<Integer> numbers, boolean keep, @Nullable String code) {
    String ground = code == null ? "" : code;
    if (!keep && !CODES.contains(ground)) {
      throw new BadInputException(
          "code", code, "Say why: " + String.join(", ", CODES.stream().sorted().toList()) + ".");
    }
    if (numbers.isEmpty()) {
      throw new BadInputException("numbers", null, "Say which entries.");
    }
    Scope scope = by.scope();
    transactions.run(
        scope,
        tx -> {
          var contest = ContestBook.hold(tx, campaign);
          if (contest.sealedAt() != null) {
            throw new ConflictException("The entries are sealed; nothing is decided any more.");
          }
          for (int number : new HashSet<>(numbers)) {
            decide(by, tx, contest, number, keep, ground);
          }
        });
    desk.changed(scope, campaign);
    return view(scope, campaign);
  }

  private void decide(
      SignedIn by, JdbcClient tx, Contest contest, int number, boolean keep, String code) {
    var entry = EntryBook.byNumber(tx, contest.id(), number);
    String deed = keep ? "keep" : "exclude";
    if (!FlagBook.decide(tx, entry.id(), deed, keep ? "fine" : code, by, clock.instant())) {
      var flag = FlagBook.find(tx, entry.id());
      throw new ConflictException(
          flag.map(
                  known ->
                      "Entry %d was decided already: %s, by %s."
                          .formatted(number, known.decided(), known.decidedName()))
              .orElse("Entry " + number + " is not flagged; there is nothing to decide."));
    }
    if (!keep) {
      EntryBook.status(tx, entry.id(), "excluded-" + code);
      chances.recount(by.scope(), tx, contest, entry, by);
    }
    log.write(
        by.scope(),
        tx,
        contest.id(),
        entry.id(),
        keep ? "kept" : "excluded",
        by,
        "code",
        entry.code(),
        "ground",
        keep ? "fine" : code);
  }
}

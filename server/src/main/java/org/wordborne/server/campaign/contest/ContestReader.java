package org.wordborne.server.campaign.contest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.contest.ContestsController.ClaimContact;
import org.wordborne.server.campaign.contest.ContestsController.ClaimView;
import org.wordborne.server.campaign.contest.ContestsController.ClaimsView;
import org.wordborne.server.campaign.contest.ContestsController.ContestEntriesView;
import org.wordborne.server.campaign.contest.ContestsController.ContestEntryView;
import org.wordborne.server.campaign.contest.ContestsController.ContestLogHead;
import org.wordborne.server.campaign.contest.ContestsController.ContestLogLine;
import org.wordborne.server.campaign.contest.ContestsController.ContestLogView;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;

/// What of a contest is shown to its people.
@Component
class ContestReader {
  private final Transactions transactions;
  private final ClaimDesk claims;
  private final AppealDesk appeals;
  private final ReceiptMail mail;
  private final Journals journals;
  private final SecretBox box;

  ContestReader(
      Transactions transactions,
      ClaimDesk claims,
      AppealDesk appeals,
      ReceiptMail mail,
      Journals journals,
      SecretBox box) {
    this.transactions = transactions;
    this.claims = claims;
    this.appeals = appeals;
    this.mail = mail;
    this.journals = journals;
    this.box = box;
  }

  ContestEntriesView entries(
      Scope scope, UUID campaign, boolean flagged, String status, int after, int limit) {
    return transactions.in(
        scope,
        tx -> {
          ContestBook.get(tx, campaign);
          var flags = FlagBook.all(tx, campaign);
          var wanted =
              EntryBook.all(tx, campaign).stream()
                  .filter(entry -> status.isEmpty() || entry.status().equals(status))
                  .filter(entry -> !flagged || isFlagged(flags.get(entry.id())))
                  .toList();
          var page =
              wanted.stream().filter(entry -> entry.number() > after).limit(limit + 1L).toList();
          var shown = page.stream().limit(limit).toList();
          return new ContestEntriesView(
              shown.stream().map(entry -> view(entry, flags.get(entry.id()))).toList(),
              wanted.size(),
              page.size() > limit ? shown.getLast().number() : null);
        });
  }

  private static boolean isFlagged(FlagBook.@Nullable Flag flag) {
    return flag != null && !flag.sample();
  }

  private static ContestEntryView view(Entered entry, FlagBook.@Nullable Flag flag) {
    return new ContestEntryView(
        entry.number(),
        entry.code(),
        entry.way(),
        entry.words(),
        entry.language(),
        entry.status(),
        entry.weight(),
        entry.receivedAt(),
        word(flag),
        entry.mention());
  }

  private static @Nullable String word(FlagBook.@Nullable Flag flag) {
    if (flag == null) {
      return null;
    }
    if (flag.decided() != null) {
      return flag.decided().equals("keep") ? "kept" : "excluded";
    }
    return flag.sample() ? "sample" : "open";
  }

  ClaimsView claims(Scope scope, UUID campaign) {
    var list =
        transactions.in(
            scope,
            tx -> {
              ContestBook.get(tx, campaign);
              Map<UUID, String> names =
                  PrizeDesk.all(tx, campaign).stream()
                      .collect(Collectors.toMap(PrizeDesk.Prize::id, PrizeDesk.Prize::name));
              List<ClaimView> units =
                  UnitBook.all(tx, campaign).stream()
                      .map(unit -> view(tx, unit, names.getOrDefault(unit.prize(), "")))
                      .toList();
              return new ClaimsView(units, UnitBook.alternatesLeft(tx, campaign), List.of());
            });
    return new ClaimsView(list.claims(), list.standingBy(), appeals.all(scope, campaign));
  }

  private ClaimView view(JdbcClient tx, PrizeUnit unit, String prize) {
    var entry = unit.entry() == null ? null : EntryBook.get(tx, unit.entry());
    return new ClaimView(
        unit.id(),
        prize,
        unit.no(),
        unit.state().account(),
        entry == null ? null : entry.number(),
        entry == null ? null : entry.code(),
        entry == null ? null : entry.way(),
        unit.place(),
        unit.notifiedAt(),
        unit.claimBy(),
        unit.verifiedAt() != null,
        unit.suspended(),
        entry == null ? null : mail.path(tx, entry),
        entry == null ? null : contact(tx, entry));
  }

  private @Nullable ClaimContact contact(JdbcClient tx, Entered entry) {
    return claims
        .read(tx, entry)
        .map(
            claim ->
                new ClaimContact(
                    opened(tx, entry, "name"),
                    opened(tx, entry, "mail"),
                    claim.shown(),
                    claim.region(),
                    claim.where()))
        .orElse(null);
  }

  private @Nullable String opened(JdbcClient tx, Entered entry, String what) {
    byte[] sealed = EntryBook.secret(tx, entry.id(), what);
    return sealed == null ? null : box.open(entry.id(), sealed);
  }

  ContestLogView log(Scope scope, UUID campaign) {
    String book = transactions.in(scope, tx -> ContestBook.get(tx, campaign)).log();
    var lines = journals.read(scope, book, null);
    var signer = journals.signer(scope);
    return new ContestLogView(
        book,
        signer.publicKey(),
        signer.fingerprint(),
        ContestLogHead.of(Journals.Head.of(lines)),
        lines.stream().map(ContestReader::line).toList(),
        journals.firstBroken(scope, book).isEmpty());
  }

  private static ContestLogLine line(Journals.Line line) {
    return new ContestLogLine(
        line.number(),
        line.at(),
        line.by(),
        line.deed(),
        line.facts(),
        line.hash(),
        line.signature());
  }
}

package org.wordborne.server.campaign.rights;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.conversation.Conversations;
import org.wordborne.server.conversation.Replies;
import org.wordborne.server.conversation.ReplyRequest;
import org.wordborne.server.mailroom.Letter;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.personal.DoNotContact;

/// Where leave is asked for, given and taken back; each is a line of the book `rights`, which
/// holds ids and hashes only.
@Component
class RightsDesk {
  static final String BOOK = "rights";
  static final String LINK = "rights";
  private static final Duration LINK_HOLDS = Duration.ofDays(3_650);
  private static final int LONGEST_CREDIT = 100;
  private static final int MOST_YEARS = 10;

  private final Transactions transactions;
  private final Mentions mentions;
  private final Conversations conversations;
  private final Replies replies;
  private final ClientLinks links;
  private final Mailroom mailroom;
  private final Workspaces workspaces;
  private final Journals journals;
  private final DoNotContact blocks;
  private final RightsViews views;
  private final LiveEvents live;
  private final Ids ids;
  private final InstantSource clock;

  RightsDesk(
      Transactions transactions,
      Mentions mentions,
      Conversations conversations,
      Replies replies,
      ClientLinks links,
      Mailroom mailroom,
      Workspaces workspaces,
      Journals journals,
      DoNotContact blocks,
      RightsViews views,
      LiveEvents live,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.mentions = mentions;
    this.conversations = conversations;
    this.replies = replies;
    this.links = links;
    this.mailroom = mailroom;
    this.workspaces = workspaces;
    this.journals = journals;
    this.blocks = blocks;
    this.views = views;
    this.live = live;
    this.ids = ids;
    this.clock = clock;
  }

  /// Asks the author of a word: in the thread, or by a link that somebody hands on.
  RightsView ask(SignedIn by, UUID mention, RightsRequest request) {
    Scope scope = by.scope();
    Mention word = word(scope, mention);
    List<String> uses = Use.checked(request.uses() == null ? List.of() : request.uses());
    LocalDate until = until(request.until());
    UUID id = ids.next();
    String brand = workspaces.brand(scope).name();
    String terms = RightsTerms.hash(RightsTerms.text(brand, uses, until, false));
    UUID conversation = request.send() ? conversations.ofMention(by, mention) : null;
    String url =
        transactions.in(
            scope,
            tx -> {
              RightsBook.lock(tx, scope, mention);
              refuseSecond(tx, mention);
              var link = links.make(scope, LINK, id, LINK_HOLDS, by);
              var ask =
                  new RightsAsk(
                      id,
                      mention,
                      request.campaign(),
                      uses,
                      until,
                      link.id(),
                      conversation == null
                          ? null
                          : say(by, conversation, word, request, link.url()),
                      by.name(),
                      clock.instant(),
                      terms,
                      "asked",
                      List.of(),
                      "",
                      null,
                      null);
              RightsBook.insert(tx, scope, ask, by);
              write(tx, by, ask, "asked", Map.of("uses", String.join(" ", uses), "terms", terms));
              return link.url();
            });
    changed(scope, id);
    return views.get(scope, id).with(url);
  }

  private Mention word(Scope scope, UUID mention) {
    Mention word = mentions.get(scope, mention);
    if (word.isDeleted()) {
      throw new ConflictException("These words were taken back where they stood.");
    }
    if (word.own()) {
      throw new BadInputException("mention", mention, "These words are your own.");
    }
    if (blocks.isBlocked(scope, word.author().handle())) {
      throw new ConflictException(DoNotContact.REFUSED);
    }
    return word;
  }

  private LocalDate until(@Nullable LocalDate until) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (until == null || !until.isAfter(today) || until.isAfter(today.plusYears(MOST_YEARS))) {
      throw new BadInputException(
          "until", until, "A day after today is needed, within ten years, as 2027-12-31.");
    }
    return until;
  }

  private void refuseSecond(JdbcClient tx, UUID mention) {
    Instant now = clock.instant();
    boolean open =
        RightsBook.ofMention(tx, mention).stream()
            .anyMatch(ask -> Set.of("asked", "granted").contains(ask.stateNow(now)));
    if (open) {
      throw new ConflictException(
          "They were asked for these words already; withdraw that before you ask again.");
    }
  }

  private UUID say(
      SignedIn by, UUID conversation, Mention word, RightsRequest request, String link) {
    String text = request.text() == null ? "" : request.text().strip();
    if (text.isEmpty()) {
      throw new BadInputException("text", null, "Say what you ask; the link is put below it.");
    }
    String key = request.key() == null || request.key().isBlank() ? link : request.key();
    var reply = new ReplyRequest(text + "\n\n" + link, word.id(), hashed(key), null, null);
    return replies.plan(by, conversation, reply).id();
  }

  private static String hashed(String key) {
    return "rights-" + RightsTerms.hash(key).substring(0, 32);
  }

  /// What the person answered by their link; the second answer is not taken.
  void answer(Scope scope, UUID id, RightsAnswer answer) {
    RightsAsk ask = find(scope, id);
    List<String> granted = answer.granted().stream().filter(ask.uses()::contains).toList();
    check(ask, answer, granted);
    String state = answer.agreed() ? "granted" : "refused";
    Instant now = clock.instant();
    var person = new SignedIn(null, scope.workspace(), "the author (by link)", "author");
    boolean first =
        transactions.in(
            scope,
            tx -> {
              boolean taken =
                  RightsBook.answer(tx, id, state, granted, answer.credit().strip(), now);
              if (taken) {
                String receipt = RightsTerms.hash(answer.receipt());
                write(
                    tx,
                    person,
                    ask,
                    state,
                    Map.of("uses", String.join(" ", granted), "receipt", receipt));
              }
              return taken;
            });
    if (first && answer.agreed() && !answer.mail().isEmpty() && mailroom.ready(scope)) {
      mailroom.send(
          scope,
          new Letter("rights-" + id, answer.mail(), "What you let us use", answer.receipt() + "\n"),
          id);
    }
    changed(scope, id);
  }

  /// What a person sent by their link.
  ///
  /// @param granted the uses they ticked; none of them is ticked beforehand
  /// @param adult whether they say they are of age
  /// @param mail where the receipt is sent; "" for nowhere. It is not kept with the leave
  /// @param receipt the whole of it, as they are told it
  record RightsAnswer(
      boolean agreed,
      List<String> granted,
      boolean adult,
      String credit,
      String mail,
      String receipt) {}

  private void check(RightsAsk ask, RightsAnswer answer, List<String> granted) {
    if (ask.isOver(clock.instant())) {
      throw new ConflictException("The time for which this was asked is over.");
    }
    if (!answer.agreed()) {
      return;
    }
    if (granted.isEmpty()) {
      throw new BadInputException("uses", null, "Tick at least one use, or answer no.");
    }
    if (!answer.adult()) {
      throw new BadInputException("adult", null, "Only somebody of age can agree to this.");
    }
    if (answer.credit().length() > LONGEST_CREDIT || answer.credit().contains("\n")) {
      throw new BadInputException("credit", null, "A name of one line, of at most 100 letters.");
    }
    if (!answer.mail().isEmpty()) {
      Mailroom.address("mail", answer.mail());
    }
  }

  /// Takes it back, with whatever else was asked for the same words: by the person's link, or by
  /// us.
  RightsView withdraw(SignedIn by, UUID id) {
    Scope scope = by.scope();
    RightsAsk ask = find(scope, id);
    transactions.run(
        scope,
        tx -> {
          RightsBook.lock(tx, scope, ask.mention());
          var withdrawn = RightsBook.withdraw(tx, ask, by.name(), clock.instant());
          if (withdrawn.isEmpty()) {
            throw new ConflictException("There is nothing to withdraw: it is " + ask.state() + ".");
          }
          withdrawn.forEach(one -> write(tx, by, one, "withdrawn", Map.of()));
        });
    changed(scope, id);
    return views.get(scope, id);
  }

  RightsAsk find(Scope scope, UUID id) {
    return transactions
        .in(scope, tx -> RightsBook.find(tx, id))
        .orElseThrow(() -> new NotFoundException("No leave was asked for as " + id + "."));
  }

  private void write(
      JdbcClient tx, SignedIn by, RightsAsk ask, String deed, Map<String, String> facts) {
    var all = new TreeMap<>(facts);
    all.put("mention", ask.mention().toString());
    all.put("until", ask.until().toString());
    journals.write(by.scope(), tx, BOOK, ask.id(), deed, all, by);
  }

  private void changed(Scope scope, UUID id) {
    live.publish(scope.workspace(), "campaigns", new LiveEvents.Changed(Set.of(id.toString())));
  }
}

package org.wordborne.server.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.channels.Outcome;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.person.SpokenWord;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Our replies: decided by a person, sent at most once, never silently lost.
@Component
public class Replies {
  private static final Duration TAKE_BACK = Duration.ofSeconds(8);
  private static final int LONGEST_TAKE_BACK = 60;
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_TEXT = 20_000;

  private final Transactions transactions;
  private final ReplyBook book;
  private final ReplyCarrier carrier;
  private final ReplySender sender;
  private final Signatures signatures;
  private final Mentions mentions;
  private final LiveEvents live;
  private final Ids ids;
  private final InstantSource clock;

  Replies(
      Transactions transactions,
      ReplyBook book,
      ReplyCarrier carrier,
      ReplySender sender,
      Signatures signatures,
      Mentions mentions,
      LiveEvents live,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.book = book;
    this.carrier = carrier;
    this.sender = sender;
    this.signatures = signatures;
    this.mentions = mentions;
    this.live = live;
    this.ids = ids;
    this.clock = clock;
  }

  /// Plans a reply. It leaves in a few seconds, unless it is taken back.
  ///
  /// The same key again gives the same reply and sends nothing.
  ///
  /// @throws ConflictException if somebody else is answering this word
  public ReplyView plan(SignedIn asked, UUID conversation, ReplyRequest request) {
    var by = signatures.byName(asked);
    var scope = by.scope();
    check(request);
    var mention = mentions.get(scope, request.inReplyTo());
    checkLength(request.text(), answerable(scope, mention));
    String refused = carrier.refuses(scope, request.text());
    if (refused != null) {
      throw new ConflictException(refused);
    }
    var planned =
        transactions.in(
            scope,
            tx -> {
              checkThread(conversation, mention, tx);
              return planOnce(by, draft(by, conversation, mention, request), tx);
            });
    publish(scope, planned);
    return planned.view();
  }

  private ReplyRecord planOnce(SignedIn by, ReplyRecord draft, JdbcClient tx) {
    var decider = new ReplyBook.Decider(by.person(), by.name());
    var planned = book.plan(by.scope(), draft, decider, tx);
    if (planned.isPresent()) {
      return planned.get();
    }
    var same = book.byKey(draft.key(), tx);
    if (same.isPresent()) {
      return sameAgain(draft, same.get());
    }
    var who = book.pending(draft.mention(), tx).map(ReplyRecord::personName).orElse("Somebody");
    throw new ConflictException(who + " is answering this word already.");
  }

  private static ReplyRecord sameAgain(ReplyRecord draft, ReplyRecord known) {
    if (!known.text().equals(draft.text()) || !known.mention().equals(draft.mention())) {
      throw new ConflictException(
          "The key " + draft.key() + " belongs to another reply. Take a new one.");
    }
    return known;
  }

  private ReplyRecord draft(SignedIn by, UUID conversation, Mention mention, ReplyRequest request) {
    var now = clock.instant();
    var takeBack =
        request.takeBackSeconds() == null
            ? TAKE_BACK
            : Duration.ofSeconds(request.takeBackSeconds());
    return new ReplyRecord(
        ids.next(),
        conversation,
        mention.id(),
        request.key(),
        request.text().strip(),
        by.person(),
        by.name(),
        signatures.of(by, request.as()),
        "planned",
        SpokenWord.from(mention, false).place(),
        mention.nativeId(),
        mention.threadRoot(),
        now,
        now.plus(takeBack),
        null,
        null,
        null,
        null,
        null);
  }

  /// The reply as it stands.
  public ReplyView get(Scope scope, UUID id) {
    return transactions.in(scope, tx -> known(id, tx)).view();
  }

  /// Takes a reply back before it leaves.
  ///
  /// @throws ConflictException if it has left
  public ReplyView takeBack(Scope scope, UUID id) {
    var reply =
        transactions.in(
            scope,
            tx -> {
              boolean done = book.takeBack(id, tx);
              var now = known(id, tx);
              if (!done && !now.state().equals("taken-back")) {
                throw new ConflictException("It has left: it is " + now.state() + ".");
              }
              return now;
            });
    publish(scope, reply);
    return reply.view();
  }

  /// Tries again what was refused, or what is unknown and does not stand there.
  ///
  /// @param sure a person has looked there and says that it does not stand there
  /// @throws ConflictException if the channel cannot say whether it arrived, and nobody is sure; or
  ///     if another answer to the same word is on its way
  public ReplyView retry(SignedIn asked, UUID id, boolean sure) {
    var by = signatures.byName(asked);
    var scope = by.scope();
    var reply = transactions.in(scope, tx -> known(id, tx));
    if (reply.state().equals("unknown") && !sure) {
      lookFirst(scope, reply);
    }
    var again = planAgain(by, reply);
    publish(scope, again);
    return again.view();
  }

  private ReplyRecord planAgain(SignedIn by, ReplyRecord reply) {
    try {
      return transactions.in(
          by.scope(),
          tx -> {
            var now = clock.instant();
            if (book.planAgain(reply, now, tx)) {
              var decider = new ReplyBook.Decider(by.person(), by.name());
              book.decide(by.scope(), reply, decider, now, tx);
            }
            return known(reply.id(), tx);
          });
    } catch (DuplicateKeyException second) {
      throw new ConflictException("Another answer to this word is on its way already.");
    }
  }

  private void lookFirst(Scope scope, ReplyRecord reply) {
    var outcome = carrier.lookUp(scope, mentions.get(scope, reply.mention()), reply.forChannel());
    switch (outcome) {
      case Outcome.Sent sent -> sender.found(scope, reply, sent);
      case Outcome.Refused _ -> {}
      case Outcome.Unknown(var why) ->
          throw new ConflictException(
              "Whether it arrived cannot be said from here ("
                  + why
                  + "). Look there; if it does"
                  + " not stand there, say so and it is sent again.");
    }
  }

  /// How many replies were sent since a time.
  public long sentSince(Scope scope, Instant since) {
    return transactions.in(scope, tx -> book.sentSince(since, tx));
  }

  private ReplyRecord known(UUID id, JdbcClient tx) {
    return book.find(id, tx)
        .orElseThrow(() -> new NotFoundException("There is no reply " + id + " here."));
  }

  private ReplyCarrier.Way answerable(Scope scope, Mention mention) {
    if (mention.isDeleted()) {
      throw new ConflictException("This word was deleted there, so nobody can answer it.");
    }
    var way = carrier.way(scope, mention);
    if (way.whyNot() != null) {
      throw new ConflictException(way.whyNot());
    }
    return way;
  }

  private static void check(ReplyRequest request) {
    if (request.text().isBlank()) {
      throw new BadInputException("text", "", "Say something.");
    }
    if (request.text().length() > LONGEST_TEXT) {
      throw new BadInputException(
          "text", request.text().length() + " characters", "At most " + LONGEST_TEXT + ".");
    }
    if (request.key().isBlank() || request.key().length() > LONGEST_KEY) {
      throw new BadInputException(
          "key", request.key(), "One to " + LONGEST_KEY + " characters that nobody used before.");
    }
    var seconds = request.takeBackSeconds();
    if (seconds != null && (seconds < 0 || seconds > LONGEST_TAKE_BACK)) {
      throw new BadInputException(
          "takeBackSeconds", seconds, "0 to " + LONGEST_TAKE_BACK + " seconds.");
    }
  }

  private static void checkLength(String text, ReplyCarrier.Way way) {
    var limit = way.limit();
    int length = text.strip().codePointCount(0, text.strip().length());
    if (limit != null && length > limit.max()) {
      throw new BadInputException(
          "text",
          length + " characters",
          (length - limit.max()) + " too many: " + way.where() + " takes " + limit.max() + ".");
    }
  }

  private static void checkThread(UUID conversation, Mention mention, JdbcClient tx) {
    boolean belongs =
        tx.sql(
                """
                select exists (select 1 from conversation c
                  join spoken s on s.thread_id = c.thread_id and s.workspace_id = c.workspace_id
                  where c.id = :conversation and s.mention_id = :mention)
                """)
            .param("conversation", conversation)
            .param("mention", mention.id())
            .query(Boolean.class)
            .single();
    if (!belongs) {
      throw new NotFoundException(
          "There is no conversation " + conversation + " with the word " + mention.id() + ".");
    }
  }

  private void publish(Scope scope, ReplyRecord reply) {
    live.publish(
        scope.workspace(),
        "conversations",
        new LiveEvents.Changed(Set.of(reply.conversation().toString())));
  }
}

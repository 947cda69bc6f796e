package org.wordborne.server.conversation;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.person.Page;
import org.wordborne.server.person.PeopleLedger;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.MemberLeft;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.access.Permission;

/// The conversations of a workspace: the queue, and what the team does with them.
@Component
public class Conversations {
  private static final int PATIENCE = 20;
  private static final int PATIENCE_MILLIS = 100;

  private final Transactions transactions;
  private final QueueReader queue;
  private final ConversationReader reader;
  private final ActBook acts;
  private final AskBook asks;
  private final ConversationBook book;
  private final PeopleLedger people;
  private final Mentions mentions;
  private final Members members;
  private final Signatures signatures;
  private final LiveEvents live;

  Conversations(
      Transactions transactions,
      QueueReader queue,
      ConversationReader reader,
      ActBook acts,
      AskBook asks,
      ConversationBook book,
      PeopleLedger people,
      Mentions mentions,
      Members members,
      Signatures signatures,
      LiveEvents live) {
    this.transactions = transactions;
    this.queue = queue;
    this.reader = reader;
    this.acts = acts;
    this.asks = asks;
    this.book = book;
    this.people = people;
    this.mentions = mentions;
    this.members = members;
    this.signatures = signatures;
    this.live = live;
  }

  /// A page of the queue.
  ///
  /// @param state open, later, done
  /// @param assignee me, none, a member's id, or "" for all
  public ConversationPage list(
      Scope scope, String state, String assignee, String query, Page page) {
    if (!Set.of("open", "later", "done").contains(state)) {
      throw new BadInputException("state", state, "One of open, later, done.");
    }
    var filter = new QueueReader.Filter(state, assignee(scope, assignee), query.strip());
    return transactions.in(scope, tx -> queue.page(scope, filter, page, tx));
  }

  private static String assignee(Scope scope, String assignee) {
    if (assignee.equals("me")) {
      return scope.person() == null ? ReplyRecord.NOBODY.toString() : scope.person().toString();
    }
    if (!assignee.isEmpty() && !assignee.equals("none")) {
      id("assignee", assignee);
    }
    return assignee;
  }

  private static UUID id(String field, String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(field, value, "The id of a member, as /members lists them.");
    }
  }

  /// The first of the queue, for the page Now.
  public List<ConversationRow> first(Scope scope, int most) {
    return transactions.in(scope, tx -> queue.first(scope, most, tx));
  }

  /// Who has waited longest; null where nobody waits.
  public @Nullable ConversationRow oldest(Scope scope) {
    return transactions.<@Nullable ConversationRow>in(scope, tx -> queue.oldest(scope, tx));
  }

  /// How many stand where.
  public ConversationPage.QueueCounts counts(Scope scope) {
    return transactions.in(scope, tx -> queue.counts(scope.person(), tx));
  }

  /// How many open ones need us today, those of now left out.
  public long today(Scope scope) {
    return transactions.in(scope, queue::today);
  }

  /// A conversation opened.
  ///
  /// @throws NotFoundException if there is none of that id
  public ConversationView get(SignedIn by, UUID id) {
    return reader.view(by, id);
  }

  /// Gives a conversation to a member, or to nobody.
  ///
  /// @param from who has it as far as the one who asks knows: an id, `nobody`, or null for whoever
  public ConversationView assign(SignedIn by, UUID id, @Nullable UUID to, @Nullable String from) {
    var name = to == null ? "" : memberName(by.scope(), to);
    if (from != null && !from.equals("nobody")) {
      id("from", from);
    }
    var who = signatures.byName(by);
    return act(
        who,
        id,
        tx -> {
          if (acts.assign(id, to, from, tx)) {
            acts.write(who, id, to == null ? "unassigned" : "assigned", name, null, tx);
          }
        });
  }

  /* What was theirs waits for whoever takes it. */
  @EventListener
  void memberLeft(MemberLeft left) {
    var theirs = transactions.in(left.scope(), tx -> acts.unassignAll(left.member(), tx));
    live.publish(
        left.scope().workspace(),
        "conversations",
        new LiveEvents.Changed(theirs.stream().map(UUID::toString).collect(toSet())));
  }

  private String memberName(Scope scope, UUID member) {
    return members
        .find(scope, member)
        .filter(one -> one.may(Permission.ANSWER))
        .orElseThrow(
            () ->
                new BadInputException(
                    "person", member, "The id of a member, as /members lists them."))
        .name();
  }

  /// Writes a note to the team.
  public ConversationView note(SignedIn by, UUID id, String text) {
    var who = signatures.byName(by);
    return act(who, id, tx -> acts.note(who, id, text, tx));
  }

  /// Puts a conversation off until a time.
  public ConversationView later(SignedIn by, UUID id, Instant until) {
    var who = signatures.byName(by);
    return act(who, id, tx -> acts.later(who, id, until, tx));
  }

  /// Says that nothing is left to do.
  public ConversationView done(SignedIn by, UUID id) {
    var who = signatures.byName(by);
    return act(who, id, tx -> acts.done(who, id, tx));
  }

  /// Puts a conversation back in the queue.
  public ConversationView reopen(SignedIn by, UUID id) {
    var who = signatures.byName(by);
    return act(who, id, tx -> acts.reopen(who, id, tx));
  }

  /// Says that the queue begins at a time: what was spoken before is history and waits no more.
  /// For whoever brings their past along.
  ///
  /// @return how many conversations this touched
  public int begin(SignedIn by, Instant at) {
    return transactions.in(
        by.scope(),
        tx -> {
          var touched = acts.begin(by, at, tx);
          book.refresh(touched, tx);
          return touched.size();
        });
  }

  /// Sets by hand how much it needs us; null gives it back to the formula.
  public ConversationView need(SignedIn by, UUID id, @Nullable Integer need) {
    var who = signatures.byName(by);
    return act(who, id, tx -> acts.need(who, id, need, tx));
  }

  private ConversationView act(SignedIn by, UUID id, Consumer<JdbcClient> deed) {
    transactions.run(
        by.scope(),
        tx -> {
          acts.lock(id, tx);
          deed.accept(tx);
          book.refresh(List.of(id), tx);
        });
    publish(by.scope(), id);
    return reader.view(by, id);
  }

  /// Finds the conversation to which a mention belongs, or opens one for it.
  public UUID ofMention(SignedIn by, UUID mention) {
    var scope = by.scope();
    var word = mentions.get(scope, mention);
    for (int tries = 0; tries < PATIENCE; tries++) {
      var found =
          transactions.in(
              scope,
              tx ->
                  people
                      .find(mention, word, tx)
                      .map(
                          placed -> {
                            var known = ConversationBook.ofThreads(List.of(placed.thread()), tx);
                            return known.isEmpty()
                                ? asks.openByHand(scope, placed, word, tx)
                                : known.values().iterator().next();
                          }));
      if (found.isPresent()) {
        publish(scope, found.get());
        return found.get();
      }
      pause();
    }
    throw new ConflictException("This word was heard this moment. Try again in a few seconds.");
  }

  /* The follower is a moment behind what was just heard. */
  private static void pause() {
    try {
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(Scope scope, UUID conversation) {
    live.publish(
        scope.workspace(),
        "conversations",
        new LiveEvents.Changed(Set.of(conversation.toString())));
  }

  /// A person with their conversations.
  public PersonView person(Scope scope, UUID person) {
    return reader.person(scope, person);
  }
}

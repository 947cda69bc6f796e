package org.wordborne.server.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.conversation.ThanksView.ThankedView;
import org.wordborne.server.conversation.ThanksView.ThanksPage;
import org.wordborne.server.mention.MentionView;
import org.wordborne.server.person.Page;
import org.wordborne.server.person.People;
import org.wordborne.server.person.PersonRef;
import org.wordborne.server.person.Thanks;
import org.wordborne.server.person.ThanksLine;
import org.wordborne.server.person.WordShelf;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Member;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Thanks people: by a reply in the thread, or by noting what was done elsewhere.
@Component
class ThanksDesk {
  private final Transactions transactions;
  private final Thanks thanks;
  private final PlannedThanks planned;
  private final Conversations conversations;
  private final Replies replies;
  private final ReplyBook book;
  private final People people;
  private final WordShelf words;
  private final Members members;

  ThanksDesk(
      Transactions transactions,
      Thanks thanks,
      PlannedThanks planned,
      Conversations conversations,
      Replies replies,
      ReplyBook book,
      People people,
      WordShelf words,
      Members members) {
    this.transactions = transactions;
    this.thanks = thanks;
    this.planned = planned;
    this.conversations = conversations;
    this.replies = replies;
    this.book = book;
    this.people = people;
    this.words = words;
    this.members = members;
  }

  /// How somebody is to be thanked.
  ///
  /// @param mentionId the word for which; needed to send
  /// @param how in-thread, private or gift
  /// @param text our words, or a note of what was done
  /// @param send whether to say it in the thread now
  /// @param key as of a reply: the same key is the same thank-you
  record ThanksRequest(
      @Nullable UUID mentionId,
      String how,
      @Nullable String text,
      boolean send,
      @Nullable String key,
      @Nullable String as,
      @Nullable Integer takeBackSeconds) {}

  /// Thanks a person.
  ThankedView thank(SignedIn by, UUID person, ThanksRequest request) {
    String text = request.text() == null ? "" : request.text();
    var entry =
        new Thanks.Entry(
            person,
            request.mentionId(),
            request.how() == null ? "" : request.how(),
            request.send() ? "" : text,
            by.person(),
            null);
    thanks.check(by.scope(), entry);
    return request.send()
        ? new ThankedView(null, send(by, person, request, text))
        : new ThankedView(record(by.scope(), entry), null);
  }

  private ThanksView record(Scope scope, Thanks.Entry entry) {
    ThanksLine line = transactions.in(scope, tx -> thanks.give(scope, entry, tx));
    return views(scope, List.of(line)).getFirst();
  }

  private ReplyView send(SignedIn by, UUID person, ThanksRequest request, String text) {
    UUID mention = request.mentionId();
    if (!request.how().equals("in-thread")) {
      throw new BadInputException(
          "send", true, "Only thanks in the thread can be sent from here; others are noted.");
    }
    if (mention == null) {
      throw new BadInputException("mentionId", null, "Name the word under which to say it.");
    }
    UUID conversation = conversations.ofMention(by, mention);
    var reply =
        new ReplyRequest(
            text,
            mention,
            request.key() == null ? "" : request.key(),
            request.as(),
            request.takeBackSeconds());
    return transactions.in(
        by.scope(),
        tx -> {
          ReplyView view = replies.plan(by, conversation, reply);
          planned.plan(by.scope(), view.id(), person, tx);
          return view;
        });
  }

  /// A page of the ledger.
  ThanksPage list(Scope scope, Page page) {
    var found = thanks.list(scope, page);
    return new ThanksPage(
        views(scope, page.cut(found)), page.next(found.size()), thanks.fairness(scope));
  }

  private List<ThanksView> views(Scope scope, List<ThanksLine> lines) {
    var rows = people.rows(scope, lines.stream().map(ThanksLine::person).distinct().toList());
    var mentions = new HashMap<UUID, MentionView>();
    var named = lines.stream().map(ThanksLine::mention).filter(Objects::nonNull).distinct();
    words.views(scope, named.toList()).forEach(view -> mentions.put(view.id(), view));
    Map<UUID, String> names =
        members.all(scope).stream().collect(Collectors.toMap(Member::id, Member::name));
    return transactions.in(
        scope,
        tx ->
            lines.stream()
                .map(
                    line -> {
                      var row = rows.get(line.person());
                      var who = row == null ? PersonRef.of(line.person(), "") : row.ref();
                      return view(line, who, mentions, names, reply(line, tx));
                    })
                .toList());
  }

  private @Nullable ReplyRecord reply(ThanksLine line, JdbcClient tx) {
    return line.reply() == null ? null : book.find(line.reply(), tx).orElse(null);
  }

  private static ThanksView view(
      ThanksLine line,
      PersonRef who,
      Map<UUID, MentionView> mentions,
      Map<UUID, String> names,
      @Nullable ReplyRecord reply) {
    return new ThanksView(
        line.id(),
        line.number(),
        who,
        line.mention() == null ? null : mentions.get(line.mention()),
        line.how(),
        reply == null ? line.note() : reply.text(),
        line.by() == null ? "" : names.getOrDefault(line.by(), ""),
        line.at(),
        line.reply(),
        reply == null ? null : reply.url());
  }
}

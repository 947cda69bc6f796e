package org.wordborne.server.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.wordborne.query.Post;
import org.wordborne.server.mention.Incoming;
import org.wordborne.server.mention.Ingest;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.mention.Origin;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Workspaces;

/// Replies in a workspace of a real server, with a clock and a sender of their own, so that a test
/// says what happens when.
final class ReplyDesk {
  final TalkFixture talk = new TalkFixture();
  final ReplyCarrier carrier;
  private Instant now = Instant.now();
  private final InstantSource clock = () -> now;
  final ReplyBook book = talk.bean(ReplyBook.class);
  final Conversations conversations = talk.bean(Conversations.class);

  ReplyDesk(ReplyCarrier carrier) {
    this.carrier = carrier;
  }

  /// A sender as a start of the program makes it.
  ReplySender sender() {
    return new ReplySender(
        talk.transactions(),
        talk.bean(Workspaces.class),
        talk.bean(Mentions.class),
        book,
        carrier,
        talk.bean(AnsweredWords.class),
        talk.bean(LiveEvents.class),
        talk.bean(Conditions.class),
        clock);
  }

  Replies replies() {
    return new Replies(
        talk.transactions(),
        book,
        carrier,
        sender(),
        talk.bean(Signatures.class),
        talk.bean(Mentions.class),
        talk.bean(LiveEvents.class),
        talk.bean(Ids.class),
        clock);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  /// A word is heard; returns its mention.
  UUID heard(String id, String author, String text, String answers) {
    var post =
        Post.of(id, text)
            .withAuthor(new Post.Author(author, author, "", 12))
            .withInReplyTo(answers)
            .withPublished(Instant.now().minusSeconds(60));
    var origin = new Origin(null, "", "forum", "", true);
    talk.bean(Ingest.class).keep(talk.scope, origin, List.of(Incoming.Spoken.of(post)));
    var mentions = talk.bean(Mentions.class);
    return talk.transactions()
        .in(talk.scope, tx -> mentions.byNativeIds(tx, "forum", "", List.of(id)).get(id));
  }

  UUID conversationOf(UUID mention) {
    return conversations.ofMention(talk.as("Ines Berg"), mention);
  }

  ReplyView plan(UUID conversation, UUID mention, String key) {
    var request = new ReplyRequest("Dear Ana, no, we are not closing.", mention, key, null, null);
    return replies().plan(talk.as("Ines Berg"), conversation, request);
  }

  /// Does all that is due, then lets time pass, until nothing is due any more.
  void settle(ReplySender sender) {
    for (int round = 0; round < 8; round++) {
      for (var task = sender.next(talk.scope); task.isPresent(); task = sender.next(talk.scope)) {
        task.get().run();
      }
      pass(Duration.ofMinutes(11));
    }
  }

  ReplyView reply(UUID id) {
    return replies().get(talk.scope, id);
  }
}

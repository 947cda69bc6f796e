package org.wordborne.server.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.person.Page;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Conversations and replies over the API.
@RestController
@RequestMapping("/api/v1")
class ConversationsController {
  private static final int USUAL = 50;

  private final Conversations conversations;
  private final Replies replies;

  ConversationsController(Conversations conversations, Replies replies) {
    this.conversations = conversations;
    this.replies = replies;
  }

  /// Whom to give it to.
  ///
  /// @param person null for nobody
  /// @param from who has it as far as the one who asks knows: an id or `nobody`; absent: whoever
  record AssignRequest(@Nullable UUID person, @Nullable String from) {}

  record NoteRequest(String text) {}

  record LaterRequest(Instant until) {}

  record NeedRequest(@Nullable Integer need) {}

  record BeginningRequest(Instant at) {}

  record Begun(int closed) {}

  record ConversationOf(UUID conversationId) {}

  @GetMapping("/conversations")
  @Needs(Permission.READ)
  ConversationPage list(
      Scope scope,
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = "") String assignee,
      @RequestParam(defaultValue = "") String query,
      @RequestParam @Nullable String cursor,
      @RequestParam @Nullable Integer limit) {
    return conversations.list(scope, state, assignee, query, Page.of(cursor, limit, USUAL));
  }

  @GetMapping("/conversations/{id}")
  @Needs(Permission.READ)
  ConversationView get(SignedIn by, @PathVariable UUID id) {
    return conversations.get(by, id);
  }

  @PostMapping("/conversations/{id}/assign")
  @Needs(Permission.ANSWER)
  ConversationView assign(SignedIn by, @PathVariable UUID id, @RequestBody AssignRequest request) {
    return conversations.assign(by, id, request.person(), request.from());
  }

  @PostMapping("/conversations/{id}/notes")
  @Needs(Permission.ANSWER)
  ConversationView note(SignedIn by, @PathVariable UUID id, @RequestBody NoteRequest request) {
    return conversations.note(by, id, request.text());
  }

  @PostMapping("/conversations/{id}/later")
  @Needs(Permission.ANSWER)
  ConversationView later(SignedIn by, @PathVariable UUID id, @RequestBody LaterRequest request) {
    return conversations.later(by, id, request.until());
  }

  @PostMapping("/conversations/{id}/done")
  @Needs(Permission.ANSWER)
  ConversationView done(SignedIn by, @PathVariable UUID id) {
    return conversations.done(by, id);
  }

  @PostMapping("/conversations/{id}/reopen")
  @Needs(Permission.ANSWER)
  ConversationView reopen(SignedIn by, @PathVariable UUID id) {
    return conversations.reopen(by, id);
  }

  @PutMapping("/conversations/beginning")
  @Needs(Permission.ANSWER)
  Begun begin(SignedIn by, @RequestBody BeginningRequest request) {
    return new Begun(conversations.begin(by, request.at()));
  }

  @PostMapping("/conversations/{id}/need")
  @Needs(Permission.ANSWER)
  ConversationView need(SignedIn by, @PathVariable UUID id, @RequestBody NeedRequest request) {
    return conversations.need(by, id, request.need());
  }

  @PostMapping("/conversations/{id}/replies")
  @Needs(Permission.ANSWER)
  ReplyView reply(SignedIn by, @PathVariable UUID id, @RequestBody ReplyRequest request) {
    return replies.plan(by, id, request);
  }

  @GetMapping("/replies/{id}")
  @Needs(Permission.READ)
  ReplyView reply(Scope scope, @PathVariable UUID id) {
    return replies.get(scope, id);
  }

  @DeleteMapping("/replies/{id}")
  @Needs(Permission.ANSWER)
  ReplyView takeBack(Scope scope, @PathVariable UUID id) {
    return replies.takeBack(scope, id);
  }

  @PostMapping("/replies/{id}/retry")
  @Needs(Permission.ANSWER)
  ReplyView retry(
      SignedIn by, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean sure) {
    return replies.retry(by, id, sure);
  }

  @PostMapping("/mentions/{id}/conversation")
  @Needs(Permission.ANSWER)
  ConversationOf ofMention(SignedIn by, @PathVariable UUID id) {
    return new ConversationOf(conversations.ofMention(by, id));
  }

  @GetMapping("/people/{id}")
  @Needs(Permission.READ)
  PersonView person(Scope scope, @PathVariable UUID id) {
    return conversations.person(scope, id);
  }
}

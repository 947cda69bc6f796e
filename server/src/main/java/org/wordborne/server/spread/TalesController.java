package org.wordborne.server.spread;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Words on the move, over HTTP.
@RestController
@RequestMapping("/api/v1")
class TalesController {
  private static final int FIRST = 3;
  private final Tales tales;
  private final TalkFirst first;

  TalesController(Tales tales, TalkFirst first) {
    this.tales = tales;
    this.first = first;
  }

  /// From how many people on it is too far.
  record TaleLineRequest(@Nullable Integer people) {}

  /// Whether it is true, and what is the case.
  record TaleTruthRequest(@Nullable String truth, @Nullable String fact) {}

  /// Whether a topic is told on, and its line.
  record TaleTopicRequest(boolean on, @Nullable Integer line) {}

  @GetMapping("/tales")
  @Needs(Permission.READ)
  TalesView all(Scope scope) {
    return tales.all(scope);
  }

  @GetMapping("/tales/{id}")
  @Needs(Permission.READ)
  TaleView one(Scope scope, @PathVariable UUID id) {
    return tales.get(scope, id);
  }

  @GetMapping("/tales/{id}/talk-first")
  @Needs(Permission.READ)
  TalkFirstView talkFirst(Scope scope, @PathVariable UUID id) {
    return first.whom(scope, id, FIRST);
  }

  @PutMapping("/tales/{id}/line")
  @Needs(Permission.ANSWER)
  TaleRow line(Scope scope, @PathVariable UUID id, @RequestBody TaleLineRequest request) {
    return tales.line(scope, id, request.people());
  }

  @PutMapping("/tales/{id}/truth")
  @Needs(Permission.ANSWER)
  TaleView truth(Scope scope, @PathVariable UUID id, @RequestBody TaleTruthRequest request) {
    return tales.judge(scope, id, request.truth(), request.fact());
  }

  @PutMapping("/topics/{id}/tale")
  @Needs(Permission.LISTEN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void topic(Scope scope, @PathVariable UUID id, @RequestBody TaleTopicRequest request) {
    tales.mark(scope, id, request.on(), request.line());
  }
}

package org.wordborne.server.mailroom;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Webhooks that go out, over HTTP.
@RestController
@RequestMapping("/api/v1/hooks-out")
@Needs(Permission.MANAGE)
class HooksOutController {
  private static final int PAGE = 50;
  private final HookDesk hooks;
  private final HookBook book;
  private final Telexes telexes;
  private final Ids ids;
  private final InstantSource clock;

  HooksOutController(HookDesk hooks, HookBook book, Telexes telexes, Ids ids, InstantSource clock) {
    this.hooks = hooks;
    this.book = book;
    this.telexes = telexes;
    this.ids = ids;
    this.clock = clock;
  }

  /// Who is told by webhook, and of which kinds one can be told.
  record HooksOutView(List<HookOutView> hooks, List<String> kinds) {}

  /// A webhook that was made or has a new secret, which is told this once.
  record HookOutMade(HookOutView hook, String secret) {}

  /// Deliveries of a webhook, newest first.
  ///
  /// @param more whether there are older ones
  record HookLog(List<HookLogView> deliveries, boolean more) {}

  /// Since when what failed is sent again.
  record HookReplay(@Nullable Instant since) {}

  /// How many are sent again.
  record HookReplayed(int deliveries) {}

  @GetMapping
  HooksOutView hooks(Scope scope) {
    return new HooksOutView(hooks.all(scope), HookKind.types());
  }

  @GetMapping("/{id}")
  HookOutView hook(Scope scope, @PathVariable UUID id) {
    return hooks.get(scope, id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  HookOutMade add(Scope scope, @RequestBody HookDraft draft) {
    var made = hooks.add(scope, draft);
    return new HookOutMade(made.hook(), made.secret());
  }

  @PutMapping("/{id}")
  HookOutView change(Scope scope, @PathVariable UUID id, @RequestBody HookDraft draft) {
    return hooks.change(scope, id, draft);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Scope scope, @PathVariable UUID id) {
    hooks.remove(scope, id);
  }

  @PostMapping("/{id}/rotate")
  HookOutMade rotate(Scope scope, @PathVariable UUID id) {
    var made = hooks.rotate(scope, id);
    return new HookOutMade(made.hook(), made.secret());
  }

  @PostMapping("/{id}/pause")
  HookOutView pause(Scope scope, @PathVariable UUID id) {
    return hooks.pause(scope, id);
  }

  @PostMapping("/{id}/resume")
  HookOutView resume(Scope scope, @PathVariable UUID id) {
    return hooks.resume(scope, id);
  }

  @PostMapping("/{id}/test")
  HookLogView test(Scope scope, @PathVariable UUID id) {
    var hook = hooks.get(scope, id);
    if (!hook.state().equals("on")) {
      throw new ConflictException("This webhook rests; resume it first.");
    }
    var data = Map.of("text", "Webhooks from Wordborne reach you. Nothing is the matter.");
    var to = new HookTo(hook.id(), hook.name(), hook.query(), hook.madeAt());
    var telex = new Telex("test", clock.instant(), data, "test-" + ids.next(), null);
    UUID sent =
        telexes
            .send(scope, to, telex)
            .orElseThrow(() -> new ConflictException("Too much waits for this webhook already."));
    return book.get(scope, id, sent);
  }

  @GetMapping("/{id}/deliveries")
  HookLog log(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(required = false) @Nullable UUID before) {
    hooks.get(scope, id);
    if (!Set.of("", "waiting", "sent", "refused").contains(state)) {
      throw new BadInputException("state", state, "Right are waiting, sent and refused.");
    }
    var found = book.log(scope, id, state, before, PAGE + 1);
    boolean more = found.size() > PAGE;
    return new HookLog(more ? found.subList(0, PAGE) : found, more);
  }

  @GetMapping("/{id}/deliveries/{delivery}")
  HookLogView delivery(Scope scope, @PathVariable UUID id, @PathVariable UUID delivery) {
    return book.get(scope, id, delivery);
  }

  @PostMapping("/{id}/deliveries/{delivery}/replay")
  HookLogView replay(Scope scope, @PathVariable UUID id, @PathVariable UUID delivery) {
    return book.replay(scope, id, delivery, clock.instant());
  }

  @PostMapping("/{id}/replay")
  HookReplayed replaySince(Scope scope, @PathVariable UUID id, @RequestBody HookReplay replay) {
    hooks.get(scope, id);
    if (replay.since() == null) {
      throw new BadInputException("since", null, "Say since when, as in 2026-03-01T09:00:00Z.");
    }
    return new HookReplayed(book.replaySince(scope, id, replay.since(), clock.instant()));
  }
}

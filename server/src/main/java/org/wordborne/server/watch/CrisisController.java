package org.wordborne.server.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.watch.PausedWork.PausedItem;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Crisis rooms over HTTP.
@RestController
@RequestMapping("/api/v1/crisis")
class CrisisController {
  private final CrisisRooms rooms;
  private final CrisisReader reader;
  private final CrisisStatements statements;

  CrisisController(CrisisRooms rooms, CrisisReader reader, CrisisStatements statements) {
    this.rooms = rooms;
    this.reader = reader;
    this.statements = statements;
  }

  /// The rooms, and what waits because one is open.
  record CrisisRoomsView(List<CrisisRef> rooms, List<PausedItem> paused) {}

  /// For which word on the move.
  record CrisisOpenRequest(@Nullable UUID tale) {}

  /// What is to be said, or was decided.
  record CrisisTextRequest(@Nullable String text) {}

  /// To which address; nobody is mailed without one.
  record CrisisSendRequest(@Nullable String to) {}

  /// What was learnt.
  record CrisisCloseRequest(@Nullable String learnt) {}

  /// The client's link; it cannot be had again.
  record StatementLinkView(String url, Instant until, @Nullable String mailed) {}

  @GetMapping
  @Needs(Permission.READ)
  CrisisRoomsView all(Scope scope, @RequestParam(required = false) @Nullable UUID tale) {
    var found =
        rooms.all(scope).stream().filter(room -> tale == null || room.tale().equals(tale)).toList();
    boolean open = found.stream().anyMatch(room -> room.closedAt() == null);
    return new CrisisRoomsView(found, open ? reader.paused(scope) : List.of());
  }

  @PostMapping
  @Needs(Permission.ANSWER)
  @ResponseStatus(HttpStatus.CREATED)
  CrisisRef open(SignedIn by, @RequestBody CrisisOpenRequest request) {
    UUID tale = request.tale();
    if (tale == null) {
      throw new BadInputException("tale", null, "A room is opened for a word on the move.");
    }
    return rooms.open(by, tale);
  }

  @GetMapping("/{id}")
  @Needs(Permission.READ)
  CrisisRoomView one(Scope scope, @PathVariable UUID id) {
    return reader.view(scope, id);
  }

  @PostMapping("/{id}/statements")
  @Needs(Permission.ANSWER)
  CrisisRoomView statement(
      SignedIn by, @PathVariable UUID id, @RequestBody CrisisTextRequest request) {
    statements.draft(by, id, request.text());
    return reader.view(by.scope(), id);
  }

  @PostMapping("/{id}/send")
  @Needs(Permission.APPROVE)
  StatementLinkView send(
      SignedIn by, @PathVariable UUID id, @RequestBody CrisisSendRequest request) {
    var link = statements.send(by, id, request.to());
    return new StatementLinkView(link.url(), link.until(), link.mailed());
  }

  @PostMapping("/{id}/decisions")
  @Needs(Permission.ANSWER)
  CrisisRoomView decide(
      SignedIn by, @PathVariable UUID id, @RequestBody CrisisTextRequest request) {
    rooms.decide(by, id, request.text());
    return reader.view(by.scope(), id);
  }

  @PostMapping("/{id}/close")
  @Needs(Permission.ANSWER)
  CrisisRoomView close(
      SignedIn by, @PathVariable UUID id, @RequestBody CrisisCloseRequest request) {
    rooms.close(by, id, request.learnt());
    return reader.view(by.scope(), id);
  }
}

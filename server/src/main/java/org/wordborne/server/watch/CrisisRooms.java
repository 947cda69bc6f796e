package org.wordborne.server.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.HookTo;
import org.wordborne.server.mailroom.Telex;
import org.wordborne.server.mailroom.Telexes;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.spread.Tales;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.PageAddress;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Sha256;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Rooms in which people answer a bad word together. While one is open, nothing scheduled is sent.
///
/// *Invariant:* whoever sends asks [#paused] in the transaction that marks the thing as being
/// sent. It holds a lock shared until that commit, which opening takes alone: a room is open only
/// once every sending that began before it is marked, and none begins afterwards.
@Component
public class CrisisRooms {
  private static final int LONGEST_LEARNT = 2_000;
  private final Transactions transactions;
  private final Tales tales;
  private final CrisisLog log;
  private final Telexes telexes;
  private final PageAddress address;
  private final LiveEvents live;
  private final ObjectProvider<PausedWork> work;
  private final Ids ids;
  private final InstantSource clock;

  CrisisRooms(
      Transactions transactions,
      Tales tales,
      CrisisLog log,
      Telexes telexes,
      PageAddress address,
      LiveEvents live,
      ObjectProvider<PausedWork> work,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.tales = tales;
    this.log = log;
    this.telexes = telexes;
    this.address = address;
    this.live = live;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /// Whether a room is open, so that nothing may be sent by the clock.
  ///
  /// @param tx the transaction that marks the thing as being sent
  public boolean paused(Scope scope, JdbcClient tx) {
    CrisisBook.lockShared(tx, scope);
    return CrisisBook.isOpen(tx);
  }

  /// The open rooms, the newest first.
  public List<CrisisRef> open(Scope scope) {
    return transactions.in(scope, tx -> CrisisBook.refs(tx, true));
  }

  /// All rooms, the newest first.
  List<CrisisRef> all(Scope scope) {
    return transactions.in(scope, tx -> CrisisBook.refs(tx, false));
  }

  /// Opens a room for a tale, and pauses what is scheduled; a second one joins the first.
  public CrisisRef open(SignedIn by, UUID tale) {
    Scope scope = by.scope();
    String title =
        tales
            .find(scope, tale)
            .orElseThrow(() -> new NotFoundException("There is no tale " + tale + "."))
            .title();
    Instant now = clock.instant();
    var fresh = new CrisisRef(ids.next(), tale, title, now, by.name(), null);
    boolean opened =
        transactions.in(
            scope,
            tx -> {
              CrisisBook.lockAlone(tx, scope);
              boolean first = CrisisBook.open(tx, scope, fresh, by);
              if (first) {
                log.write(tx, by, fresh.id(), "opened", Map.of("tale", tale.toString()));
                tell(scope, fresh, "crisis.opened");
              }
              return first;
            });
    if (opened) {
      changed(scope);
    }
    return transactions.in(scope, tx -> CrisisBook.ofTale(tx, tale).orElse(fresh));
  }

  /// Closes a room; what it held back beyond its time stays until a person lets it go.
  public CrisisRef close(SignedIn by, UUID room, @Nullable String learnt) {
    Scope scope = by.scope();
    String words = learnt == null ? "" : learnt.strip();
    if (words.length() > LONGEST_LEARNT) {
      throw new BadInputException("learnt", words.length(), "At most 2000 characters.");
    }
    transactions.run(
        scope,
        tx -> {
          CrisisRef known = opened(scope, room, tx);
          Instant now = clock.instant();
          CrisisBook.close(tx, room, by.name(), now, words);
          if (!CrisisBook.isOpen(tx)) {
            work.orderedStream().forEach(held -> held.pass(scope, tx, now));
          }
          log.write(tx, by, room, "closed", Map.of("sha256", Sha256.hex(words)));
          tell(scope, known, "crisis.closed");
        });
    changed(scope);
    return find(scope, room);
  }

  /// Writes down what was decided.
  public void decide(SignedIn by, UUID room, @Nullable String text) {
    Scope scope = by.scope();
    String words = CrisisStatements.text("text", text, LONGEST_LEARNT);
    UUID id = ids.next();
    transactions.run(
        scope,
        tx -> {
          opened(scope, room, tx);
          StatementBook.decision(tx, scope, id, room, words);
          var facts = Map.of("decision", id.toString(), "sha256", Sha256.hex(words));
          log.write(tx, by, room, "decision", facts);
        });
    changed(scope);
  }

  /// The room of a tale: the open one, else the last.
  public Optional<CrisisRef> ofTale(Scope scope, UUID tale) {
    return transactions.in(scope, tx -> CrisisBook.ofTale(tx, tale));
  }

  /// A room in which something may still be done; it stays open until the transaction ends.
  CrisisRef opened(Scope scope, UUID room, JdbcClient tx) {
    CrisisBook.lockAlone(tx, scope);
    CrisisRef known = find(scope, room);
    if (known.closedAt() != null) {
      throw new ConflictException("This room is closed; it can only be read.");
    }
    return known;
  }

  private void tell(Scope scope, CrisisRef room, String type) {
    var data =
        Map.of(
            "room", room.id(),
            "tale", room.tale(),
            "title", room.title(),
            "link", address.absolute(scope, "/spread/room/" + room.id()));
    for (HookTo hook : telexes.wanting(scope, type)) {
      String key = type + "-" + room.id() + "-" + hook.id();
      telexes.send(scope, hook, new Telex(type, clock.instant(), data, key, room.id()));
    }
  }

  CrisisRef find(Scope scope, UUID room) {
    return transactions
        .in(scope, tx -> CrisisBook.find(tx, room))
        .orElseThrow(() -> new NotFoundException("There is no crisis room " + room + "."));
  }

  void changed(Scope scope) {
    live.publish(scope.workspace(), "alarms", new LiveEvents.Changed(java.util.Set.of("crisis")));
  }
}

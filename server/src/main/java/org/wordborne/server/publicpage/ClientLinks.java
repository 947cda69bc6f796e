package org.wordborne.server.publicpage;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Links for one outside person and one purpose, as a client's approval: they run out, can be
/// withdrawn, and only their hash is kept, so that a link is told once, when it is made.
@Component
public class ClientLinks {
  /// Where each kind of link is answered; a kind that is not here is answered at `/p/a/`.
  private static final Map<String, String> PATHS =
      Map.of(
          "rights", "/p/g/ask/",
          "results", "/p/v/",
          "seller", "/p/w/bid/",
          "call", "/p/w/call/");

  private final Transactions transactions;
  private final PublicAddress address;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random;

  ClientLinks(
      Transactions transactions,
      PublicAddress address,
      Ids ids,
      InstantSource clock,
      SecureRandom random) {
    this.transactions = transactions;
    this.address = address;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /// A link that was just made.
  ///
  /// @param id by which it can be withdrawn
  /// @param url the whole address, to be sent on; it cannot be had again
  public record Made(UUID id, String url) {}

  /// Makes a link to `about`, open for as long as `valid` says.
  public Made make(Scope scope, String kind, UUID about, Duration valid, SignedIn by) {
    UUID id = ids.next();
    DoorText text = DoorText.make(scope, random);
    Instant now = clock.instant();
    transactions.run(
        scope,
        tx ->
            tx.sql(
                    """
                    insert into client_link
                      (workspace_id, id, hash, kind, about, by_id, made_at, expires_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .params(scope.workspace().value(), id, text.hash(), kind, about)
                .param(by.person())
                .params(now.atOffset(ZoneOffset.UTC), now.plus(valid).atOffset(ZoneOffset.UTC))
                .update());
    return new Made(id, address.absolute(PATHS.getOrDefault(kind, "/p/a/") + text.text()));
  }

  /// Opens a link by the text of an address.
  ///
  /// @throws NotFoundException if there is no such link, or it leads to something of another kind
  /// @throws GoneException if it has run out or was withdrawn
  public Door open(String token, String kind) {
    Door door = open(token);
    if (!door.kind().equals(kind)) {
      throw PublicDoors.nothing();
    }
    return door;
  }

  /// Opens a link of whatever kind; the door says which.
  ///
  /// @throws NotFoundException if there is no such link
  /// @throws GoneException if it has run out or was withdrawn
  public Door open(String token) {
    DoorText text = DoorText.read(token).orElseThrow(PublicDoors::nothing);
    Kept kept =
        transactions
            .in(
                text.scope(),
                tx ->
                    tx.sql(
                            """
                            select kind, about, expires_at, revoked_at from client_link
                            where hash = ?
                            """)
                        .param(text.hash())
                        .query(
                            (row, _) ->
                                new Kept(
                                    new Door(
                                        text.scope(),
                                        row.getString(1),
                                        row.getObject(2, UUID.class)),
                                    row.getObject(3, OffsetDateTime.class).toInstant(),
                                    row.getObject(4, OffsetDateTime.class)))
                        .optional())
            .orElseThrow(PublicDoors::nothing);
    if (kept.revoked() != null) {
      throw new GoneException("This link was withdrawn by those who sent it.");
    }
    if (!clock.instant().isBefore(kept.until())) {
      throw new GoneException("This link has run out. Ask those who sent it for a new one.");
    }
    return kept.door();
  }

  private record Kept(Door door, Instant until, @Nullable OffsetDateTime revoked) {}

  /// What of a kind somebody outside can open, and until when.
  public Map<UUID, Instant> openUntil(Scope scope, String kind) {
    record Open(UUID about, Instant until) {}
    return transactions
        .in(
            scope,
            tx ->
                tx.sql(
                        """
                        select about, max(expires_at) from client_link
                        where kind = ? and revoked_at is null and expires_at > ? group by about
                        """)
                    .params(kind, clock.instant().atOffset(ZoneOffset.UTC))
                    .query(
                        (row, _) ->
                            new Open(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant()))
                    .list())
        .stream()
        .collect(Collectors.toMap(Open::about, Open::until));
  }

  /// Withdraws a link; it is gone at once.
  public void revoke(Scope scope, UUID id) {
    transactions.run(
        scope,
        tx ->
            tx.sql("update client_link set revoked_at = ? where id = ? and revoked_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id)
                .update());
  }

  /// Withdraws every link of a kind to a thing, as when a newer one takes their place.
  public void revokeAll(Scope scope, String kind, UUID about) {
    transactions.run(
        scope,
        tx ->
            tx.sql(
                    """
                    update client_link set revoked_at = ?
                    where kind = ? and about = ? and revoked_at is null
                    """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), kind, about)
                .update());
  }
}

package org.wordborne.server.publicpage;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;

/// Doors to public pages that stay: one for each thing that has such a page. The text of a door is
/// no secret, but nobody guesses it; it is kept sealed so that members can be shown it again.
@Component
public class PublicDoors {
  private final Transactions transactions;
  private final SecretBox box;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random;

  PublicDoors(
      Transactions transactions, SecretBox box, Ids ids, InstantSource clock, SecureRandom random) {
    this.transactions = transactions;
    this.box = box;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /// The door of a thing, made when it has none; in the transaction of the thing itself.
  ///
  /// @return the text that stands in the address, of 43 letters
  public String make(Scope scope, JdbcClient tx, String kind, UUID about) {
    UUID id = ids.next();
    DoorText made = DoorText.make(scope, random);
    tx.sql(
            """
            insert into public_door (workspace_id, id, hash, kind, about, sealed, made_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (workspace_id, kind, about) do nothing
            """)
        .params(
            scope.workspace().value(),
            id,
            made.hash(),
            kind,
            about,
            box.seal(about, made.text()),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return find(tx, kind, about).orElseThrow();
  }

  /// The door of a thing, if it has one.
  public Optional<String> of(Scope scope, String kind, UUID about) {
    return transactions.in(scope, tx -> find(tx, kind, about));
  }

  private Optional<String> find(JdbcClient tx, String kind, UUID about) {
    return tx.sql("select sealed from public_door where kind = ? and about = ?")
        .params(kind, about)
        .query((row, _) -> box.open(about, row.getBytes(1)))
        .optional();
  }

  /// Opens a door by the text of an address.
  ///
  /// @throws NotFoundException if there is no such door, or it leads to something of another kind
  public Door open(String text, String kind) {
    DoorText door = DoorText.read(text).orElseThrow(PublicDoors::nothing);
    UUID about =
        transactions
            .in(
                door.scope(),
                tx ->
                    tx.sql("select about from public_door where hash = ? and kind = ?")
                        .params(door.hash(), kind)
                        .query(UUID.class)
                        .optional())
            .orElseThrow(PublicDoors::nothing);
    return new Door(door.scope(), kind, about);
  }

  static NotFoundException nothing() {
    return new NotFoundException("There is nothing at this address.");
  }
}

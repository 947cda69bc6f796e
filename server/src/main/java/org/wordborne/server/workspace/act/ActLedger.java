package org.wordborne.server.workspace.act;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wordborne.effect.LogLine;
import org.wordborne.server.workspace.CrashPoint;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Witness;

/// Writes the lines, each at the end of the transaction of what it tells of.
@Component
class ActLedger implements Witness {
  private final Ids ids;
  private final ActKeys keys;
  private final SecretBox box;
  private final InstantSource clock;

  ActLedger(Ids ids, ActKeys keys, SecretBox box, InstantSource clock) {
    this.ids = ids;
    this.keys = keys;
    this.box = box;
    this.clock = clock;
  }

  /// What a line says beside its place in the chain.
  ///
  /// @param id of the act; a further line of it has a higher step
  /// @param facts ids, codes and amounts, no words of people
  record Saying(
      UUID id,
      int step,
      @Nullable SignedIn who,
      ActWay way,
      String deed,
      boolean refused,
      @Nullable UUID about,
      SortedMap<String, String> facts) {}

  /// How far a chain has come.
  record Head(long number, String hash) {}

  /* How many rows the tables noted, and whether anything was written at all. */
  private record Extent(int changes, boolean wrote) {}

  private record Noted(byte[] digest, String op, String row) {}

  @Override
  public String marker(Scope scope) {
    return Act.current().map(act -> act.id() + " " + act.step(scope.workspace())).orElse("");
  }

  /* Only the outermost transaction comes here: what joins it is part of it. */
  @Override
  public void watch(Scope scope, JdbcClient tx) {
    Act.current().ifPresent(act -> atEnd(() -> acted(scope, tx, act)));
  }

  /* What somebody changes of their account is told in the workspace they are in, without its rows:
  they are behind no wall, and mostly secrets. */
  @Override
  public void watchOutside(JdbcClient tx) {
    Act.current()
        .ifPresent(
            act -> {
              SignedIn who = act.who();
              if (who != null) {
                atEnd(() -> actedOutside(who.scope(), tx, act));
              }
            });
  }

  private void actedOutside(Scope scope, JdbcClient tx, Act act) {
    if (extent(tx).wrote()) {
      tx.sql("select set_config('wordborne.workspace', ?, true)")
          .param(scope.workspace().toString())
          .query((_, _) -> 0)
          .single();
      acted(scope, tx, act);
    }
  }

  /// Writes a line when the transaction that is open now ends. The chain's lock is taken last of
  /// all, so that nobody who holds it waits for another.
  void say(Scope scope, JdbcClient tx, Saying saying) {
    atEnd(() -> write(scope, tx, saying));
  }

  /// Writes the line of an act, whatever the open transaction does, if it has none yet.
  void begun(Scope scope, JdbcClient tx, Act act, @Nullable UUID about) {
    int step = act.step(scope.workspace());
    if (step == 1) {
      atEnd(
          () -> {
            write(scope, tx, saying(act, step, about));
            afterwards(() -> act.stepped(scope.workspace(), step));
          });
    }
  }

  private static Saying saying(Act act, int step, @Nullable UUID about) {
    return new Saying(
        act.id(), step, act.who(), act.way(), act.deed(), false, about, new TreeMap<>());
  }

  private static void atEnd(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            work.run();
          }
        });
  }

  private void acted(Scope scope, JdbcClient tx, Act act) {
    int step = act.step(scope.workspace());
    Extent extent = extent(tx);
    if (extent.changes() == 0 && (step > 1 || !extent.wrote())) {
      return;
    }
    List<Noted> noted = noted(tx, act.id(), step);
    UUID about = act.about() == null ? made(noted) : act.about();
    write(scope, tx, saying(act, step, about), extent.changes(), noted);
    CrashPoint.reach("act-written");
    afterwards(() -> act.stepped(scope.workspace(), step));
  }

  /* The key's row comes with the first line in the workspace of who asked, whatever the act did
  in others before or does after. */
  private void keyed(Scope scope, JdbcClient tx, Saying saying) {
    Act act = Act.current().filter(one -> !one.isKeyWritten()).orElse(null);
    if (act != null && !saying.refused() && keys.acted(scope, tx, act, saying.about())) {
      afterwards(act::keyWritten);
    }
  }

  private static void afterwards(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }

  private void write(Scope scope, JdbcClient tx, Saying saying) {
    write(scope, tx, saying, 0, List.of());
  }

  private void write(Scope scope, JdbcClient tx, Saying saying, int changes, List<Noted> noted) {
    keyed(scope, tx, saying);
    Head last = locked(scope, tx);
    var line =
        new ActLine(
            last.number() + 1,
            saying.id(),
            saying.step(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            saying.who() == null ? null : saying.who().person(),
            saying.who() == null ? "" : saying.who().name(),
            saying.who() == null ? "" : saying.who().role(),
            saying.way(),
            saying.deed(),
            saying.refused(),
            saying.about(),
            changes,
            ActLine.digest(noted.stream().map(Noted::digest).toList()),
            saying.facts());
    String hash = line.hash(last.hash());
    String seal = seal(scope, line.number(), hash);
    insert(scope, tx, line, last.hash(), hash, seal);
    tx.sql("update act_head set number = ?, hash = ?, seal = ?")
        .params(line.number(), hash, seal)
        .update();
  }

  private static void insert(
      Scope scope, JdbcClient tx, ActLine line, String previous, String hash, String seal) {
    tx.sql(
            """
            insert into act_line (workspace_id, number, id, step, at, by_id, by_name, role, way,
              deed, outcome, about, changes, digest, facts, prev, hash, seal)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(scope.workspace().value(), line.number(), line.id(), line.step())
        .param(line.at().atOffset(ZoneOffset.UTC))
        .param(line.byId())
        .params(line.byName(), line.role(), line.way().word(), line.deed(), line.outcome())
        .param(line.about())
        .params(line.changes(), line.digest(), LogLine.written(line.facts()))
        .params(previous, hash, seal)
        .update();
  }

  /* Whoever writes the next line waits here until this transaction has ended. */
  private static Head locked(Scope scope, JdbcClient tx) {
    return tx.sql(
            """
            insert into act_head (workspace_id, number, hash, seal) values (?, 0, ?, '')
            on conflict (workspace_id) do update set number = act_head.number
            returning number, hash
            """)
        .params(scope.workspace().value(), LogLine.BEFORE_THE_FIRST)
        .query((row, _) -> new Head(row.getLong(1), row.getString(2)))
        .single();
  }

  /// What only this server can have written beside a line.
  String seal(Scope scope, long number, String hash) {
    return box.mark(scope.workspace().value(), "act " + number + " " + hash);
  }

  /// A new id, for a line that no request asked for.
  UUID newId() {
    return ids.next();
  }

  private static Extent extent(JdbcClient tx) {
    return tx.sql(
            """
            select coalesce(nullif(current_setting('wordborne.changes', true), ''), '0')::int,
              pg_current_xact_id_if_assigned() is not null
            """)
        .query((row, _) -> new Extent(row.getInt(1), row.getBoolean(2)))
        .single();
  }

  private static List<Noted> noted(JdbcClient tx, UUID act, int step) {
    return tx.sql(
            "select digest, op, row_id from act_change where act = ? and step = ? order by number")
        .params(act, step)
        .query(ActLedger::noted)
        .list();
  }

  private static Noted noted(ResultSet row, int number) throws SQLException {
    return new Noted(row.getBytes(1), row.getString(2), row.getString(3));
  }

  /* What an act made is what it is about, where the address did not say. */
  private static @Nullable UUID made(List<Noted> noted) {
    return noted.stream()
        .filter(change -> change.op().equals("insert"))
        .flatMap(change -> id(change.row()).stream())
        .findFirst()
        .orElse(null);
  }

  /// The id that a text is, if it is one.
  static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}

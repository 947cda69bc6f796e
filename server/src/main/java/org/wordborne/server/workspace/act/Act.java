package org.wordborne.server.workspace.act;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.WorkspaceId;

/// One request that changes something, as long as it is being answered; bound to its thread.
///
/// An act with several transactions has a line for the first that wrote anything (step 1), and a
/// further line under the same id for each later one that changed rows the tables note. A
/// transaction that is rolled back leaves nothing, as its line was written in it. Work that the
/// request hands to other threads is the program's own and belongs to no act.
public final class Act {
  private static final ScopedValue<Act> CURRENT = ScopedValue.newInstance();
  private final UUID id;
  private final ActWay way;
  private final Map<WorkspaceId, Integer> steps = new HashMap<>();
  private @Nullable SignedIn who;
  private @Nullable UUID about;
  private @Nullable ActKey key;
  private boolean keyWritten;
  private String deed = "";

  Act(UUID id, @Nullable SignedIn who, ActWay way) {
    this.id = id;
    this.who = who;
    this.way = way;
  }

  /// The act that this thread is about, if it is about any.
  public static Optional<Act> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /// Does `work` as part of this act.
  <T> T during(Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }

  /// Says which operation it is, and what it is done to if that is known beforehand.
  void named(String operation, @Nullable UUID thing) {
    deed = operation;
    about = thing;
  }

  void keyed(@Nullable ActKey given) {
    key = given;
  }

  UUID id() {
    return id;
  }

  ActWay way() {
    return way;
  }

  @Nullable SignedIn who() {
    return who;
  }

  @Nullable UUID about() {
    return about;
  }

  @Nullable ActKey key() {
    return key;
  }

  String deed() {
    return deed;
  }

  /// Which step the next transaction in that workspace is.
  int step(WorkspaceId workspace) {
    return steps.getOrDefault(workspace, 0) + 1;
  }

  /// A line of that step is committed.
  void stepped(WorkspaceId workspace, int step) {
    steps.put(workspace, step);
  }

  /// Whether the row of its key is committed.
  boolean isKeyWritten() {
    return keyWritten;
  }

  /// The row of its key is committed.
  void keyWritten() {
    keyWritten = true;
  }
}

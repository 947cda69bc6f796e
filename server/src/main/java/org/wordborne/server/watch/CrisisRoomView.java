package org.wordborne.server.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.spread.TaleRow;
import org.wordborne.server.watch.PausedWork.PausedItem;

/// A crisis room, whole: what is said, what was done, what waits.
///
/// @param tale null once nobody's word tells it any more
/// @param statements the newest first
/// @param line what happened, in its order
/// @param stages how long each step took
/// @param intact whether the journal of the room is as it was written
public record CrisisRoomView(
    CrisisRef room,
    @Nullable TaleRow tale,
    List<CrisisStatement> statements,
    List<CrisisMark> line,
    List<CrisisStage> stages,
    List<PausedItem> paused,
    @Nullable String closedBy,
    String learnt,
    boolean intact) {

  /// A version of what the brand says.
  ///
  /// @param state `draft`, `sent` (to the client), `approved`, `changes` (asked for)
  /// @param until until when the client's link is good
  /// @param note what the client asked to be changed
  /// @param hash SHA-256 of the text
  public record CrisisStatement(
      UUID id,
      int version,
      String text,
      String state,
      String madeBy,
      Instant madeAt,
      @Nullable String sentTo,
      @Nullable Instant sentAt,
      @Nullable Instant until,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      String note,
      String hash) {}

  /// Something that happened.
  ///
  /// @param kind `first` (first telling), `alarm`, `acknowledged`, `opened`, `decision`,
  ///     `statement`, `sent`, `approved`, `changes`, `answer`, `last` (last telling), `closed`
  /// @param by who did it, or who said it
  /// @param mentionId the word it is, or which it answers
  public record CrisisMark(
      Instant at, String kind, String by, String text, @Nullable UUID mentionId) {}

  /// From one step to the next.
  ///
  /// @param name `alarm`, `acknowledged`, `statement`, `quiet`
  /// @param from when the step before was done; null where it was not
  /// @param seconds null where one of both was not done
  public record CrisisStage(
      String name, @Nullable Instant from, @Nullable Instant at, @Nullable Long seconds) {}
}

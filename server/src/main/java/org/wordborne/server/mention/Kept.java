package org.wordborne.server.mention;

/// What became of a batch.
///
/// @param fresh mentions that are new
/// @param updated mentions that were edited at their origin
/// @param same heard before in this very form
/// @param dropped not kept: no topic wants them, or one never collects them
/// @param deleted taken back at their origin
/// @param forgotten not taken in: their authors asked to be forgotten
public record Kept(int fresh, int updated, int same, int dropped, int deleted, int forgotten) {
  /// Nothing came.
  public static final Kept NOTHING = new Kept(0, 0, 0, 0, 0);

  /// Where nobody forgotten spoke.
  public Kept(int fresh, int updated, int same, int dropped, int deleted) {
    this(fresh, updated, same, dropped, deleted, 0);
  }

  /// Both together.
  public Kept plus(Kept more) {
    return new Kept(
        fresh + more.fresh,
        updated + more.updated,
        same + more.same,
        dropped + more.dropped,
        deleted + more.deleted,
        forgotten + more.forgotten);
  }

  /// Whether anything that followers should see was written.
  public boolean changedAnything() {
    return fresh + updated + deleted > 0;
  }
}

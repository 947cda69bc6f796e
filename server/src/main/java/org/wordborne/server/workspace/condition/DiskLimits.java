package org.wordborne.server.workspace.condition;

/// How much room has to be free, by the size of the disk.
///
/// PostgreSQL ends itself when its log cannot grow, so listening rests before that: below 5 % or
/// 1 GB. From 10 % or 2 GB on it is said. On large disks 10 GB and 20 GB are enough.
public final class DiskLimits {
  private static final long GB = 1L << 30;

  /// What the room left means.
  public enum Room {
    /// All is well.
    ENOUGH,
    /// It is said.
    LOW,
    /// Listening rests.
    FULL
  }

  private DiskLimits() {}

  /// Judges the room. Once it was too little, a tenth more than the limit has to be free.
  public static Room judge(long free, long total, Room before) {
    long full = Math.max(GB, Math.min(total / 20, 10 * GB));
    long low = Math.max(2 * GB, Math.min(total / 10, 20 * GB));
    if (free < eased(full, before == Room.FULL)) {
      return Room.FULL;
    }
    return free < eased(low, before != Room.ENOUGH) ? Room.LOW : Room.ENOUGH;
  }

  private static long eased(long limit, boolean was) {
    return was ? limit + limit / 10 : limit;
  }
}

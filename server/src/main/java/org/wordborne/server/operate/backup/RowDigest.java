package org.wordborne.server.operate.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A digest of a set of rows, whatever their order: the SHA-256 of each row as four numbers of 64
/// bits, added up place by place.
///
/// Two databases hold the same rows if count and digest of each table are the same; it is a
/// comparison of what we wrote with what we wrote, not a seal against somebody who makes rows up.
final class RowDigest {
  private final MessageDigest hash = Chunks.sha256();
  private final long[] sums = new long[Chunks.HASH_BYTES / Long.BYTES];
  private long rows;

  /// Adds a row as COPY writes it, with its line end.
  void add(byte[] row) {
    ByteBuffer numbers = ByteBuffer.wrap(hash.digest(row));
    for (int i = 0; i < sums.length; i++) {
      sums[i] += numbers.getLong();
    }
    rows++;
  }

  TableSum sum(String table) {
    var bytes = ByteBuffer.allocate(Chunks.HASH_BYTES);
    for (long sum : sums) {
      bytes.putLong(sum);
    }
    return new TableSum(table, rows, HexFormat.of().formatHex(bytes.array()));
  }
}

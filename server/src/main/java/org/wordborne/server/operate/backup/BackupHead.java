package org.wordborne.server.operate.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What stands open at the beginning of every backup, also of one that is closed by a passphrase.
///
/// @param format version of the format, 1
/// @param id chance, in hexadecimal, so that no two backups have the same head
/// @param number of this backup among all of its server, from 1; 0 where it was not counted
/// @param madeAt when its rows were true
/// @param program version of the program that wrote it
/// @param schema version of the newest migration of its tables
/// @param lock how a passphrase opens it; null for one without
public record BackupHead(
    int format,
    String id,
    long number,
    Instant madeAt,
    String program,
    String schema,
    @Nullable Lock lock) {
  /// The format that this program writes and reads.
  public static final int FORMAT = 1;

  /// How the key comes from the passphrase.
  ///
  /// @param salt 16 bytes in hexadecimal
  /// @param memoryKib memory of Argon2id
  /// @param check tells a wrong passphrase from a changed file, in hexadecimal
  public record Lock(
      String cipher,
      String derivation,
      String salt,
      int memoryKib,
      int passes,
      int lanes,
      String check) {}
}

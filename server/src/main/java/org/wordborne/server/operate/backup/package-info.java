/// Backup files: how they are written, read, checked and restored. The format is fixed to the byte
/// in `docs/backup-format.md`.
///
/// Start at [org.wordborne.server.operate.backup.Backup] for writing one and at
/// [org.wordborne.server.operate.backup.BackupFile] for reading. Knows the database by its logins
/// and catalogue only, none of the server's parts: a file made by one version is read by the next.
@NamedInterface("backup")
@NullMarked
package org.wordborne.server.operate.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

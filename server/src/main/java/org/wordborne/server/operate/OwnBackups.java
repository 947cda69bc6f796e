package org.wordborne.server.operate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wordborne.server.operate.backup.Backup;
import org.wordborne.server.operate.backup.BackupException;
import org.wordborne.server.operate.backup.BackupFolder;
import org.wordborne.server.operate.backup.BackupRun;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.database.DatabaseLogins;
import org.wordborne.server.workspace.database.Databases;

/// The backups that the server makes itself, into the folder of its plan: each is read back once it
/// is there, and the oldest go.
@Component
class OwnBackups {
  private static final Logger LOG = LoggerFactory.getLogger(OwnBackups.class);
  private final BackupPlan plan;
  private final ServerProperties properties;
  private final Databases databases;
  private final AtomicReference<@Nullable Instant> making = new AtomicReference<>();

  OwnBackups(BackupPlan plan, ServerProperties properties, Databases databases) {
    this.plan = plan;
    this.properties = properties;
    this.databases = databases;
  }

  /// Makes one.
  ///
  /// @param daily whether it is the one of the day
  void make(boolean daily) {
    DatabaseLogins logins = databases.logins();
    var folder = new BackupFolder(folder());
    try {
      var usual = new Backup(logins, properties.data());
      var backup = daily ? usual.asScheduled() : usual;
      BackupRun made = backup.into(folder, plan.passphraseFile(), Backup.now(logins));
      LOG.info("backup {} made: {} rows, {} bytes", made.number(), made.rows(), made.bytes());
      backup.withPassphrase(BackupFolder.passphrase(plan.passphraseFile())).verify(made, folder);
    } catch (BackupException refused) {
      LOG.error("no good backup was made: {}", refused.getMessage());
      return;
    }
    try {
      folder.keep(plan.keep());
    } catch (BackupException refused) {
      LOG.error("the backup was made; {}", refused.getMessage());
    }
  }

  /// Begins to make one beside, because a person asked for it.
  ///
  /// @throws ConflictException if one is under way
  void begin() {
    if (!making.compareAndSet(null, Backup.now(databases.logins()))) {
      throw new ConflictException("A backup is being made already; wait for its end.");
    }
    Thread.ofVirtual()
        .name("backup")
        .start(
            () -> {
              try {
                make(false);
              } finally {
                making.set(null);
              }
            });
  }

  /// Since when one that a person asked for is under way; null for none.
  @Nullable Instant makingSince() {
    return making.get();
  }

  /// Where they go.
  Path folder() {
    Path own = plan.folder();
    return own == null ? properties.data().backups() : own;
  }

  /// The newest of all backups of this server, newest first.
  List<BackupRun> newest(int most) {
    return Backup.newest(databases.logins(), most);
  }
}

package org.wordborne.server.operate.backup;

import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;

/// Versions of tables.
final class Migrations {
  private Migrations() {}

  /// The version of the newest one; "0" for none.
  static String newest(List<Manifest.Migration> migrations) {
    return migrations.stream()
        .map(Manifest.Migration::version)
        .max(Comparator.comparing(MigrationVersion::fromVersion))
        .orElse("0");
  }
}

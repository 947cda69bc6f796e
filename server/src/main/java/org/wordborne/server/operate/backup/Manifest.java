package org.wordborne.server.operate.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a backup holds, as its first record tells; behind the passphrase where there is one.
///
/// @param database version of the PostgreSQL it came from
/// @param workspaces every workspace whose rows are in it
/// @param migrations that had made its tables, oldest first
/// @param tables in the order in which they can be loaded: whoever is referred to comes first
/// @param partitions parts of tables that were made while the server ran
public record Manifest(
    String database,
    List<String> workspaces,
    List<Migration> migrations,
    List<Table> tables,
    List<Partition> partitions) {
  /// Copies the lists.
  public Manifest {
    workspaces = List.copyOf(workspaces);
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
    partitions = List.copyOf(partitions);
  }

  /// A migration that was applied.
  ///
  /// @param checksum Flyway's, of its text
  public record Migration(String version, String description, @Nullable Integer checksum) {}

  /// A table.
  ///
  /// @param columns those with values of their own, in the order in which a row holds them
  /// @param walled whether row-level security keeps its workspaces apart, so that it was read one
  ///     workspace at a time
  public record Table(String name, List<String> columns, boolean walled) {
    /// Copies the list.
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /// A part of a table.
  ///
  /// @param bound which rows it takes, as PostgreSQL writes it: `FOR VALUES FROM ('…') TO ('…')`
  /// @param walled whether row-level security is forced on it too
  public record Partition(String table, String name, String bound, boolean walled) {}
}

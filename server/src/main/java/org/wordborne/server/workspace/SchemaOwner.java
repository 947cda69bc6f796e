package org.wordborne.server.workspace;

import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes to the schema while the server runs, as the role that owns it: making the partition
/// of the coming month is the one case there is.
///
/// The serving role owns nothing, so it cannot. The owner has no rows to read either: row-level
/// security is forced on it too.
public interface SchemaOwner {
  /// Does `work` in a transaction of the owner, then gives the serving role its grants anew.
  void change(Consumer<JdbcClient> work);
}

package org.wordborne.server.workspace;

import java.time.Instant;

/// What has to be done once, at the first start on a restored backup, before anybody is served:
/// forgetting again whoever was forgotten after the backup was made is the case there is.
///
/// Every bean of this kind is asked. If one throws, the server does not start, and all are asked
/// again at the next start; so each can be repeated.
public interface AfterRestore {
  /// Name of the server's setting that holds the moment of the backup until all are done.
  String SETTING = "restored-from";

  /// Does it.
  ///
  /// @param madeAt when the rows were true that this server now holds
  void restored(Instant madeAt);
}

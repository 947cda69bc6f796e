package org.wordborne.server.mention;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// Something that learns of every mention, in the order of what happened.
///
/// A mention comes again, with a new number, when it is edited, corrected, deleted or about other
/// topics. Followers are found as beans; each keeps its own place, saved with its own writes.
public interface MentionFollower {

  /// The name under which its place is kept; never changes.
  String name();

  /// Takes the next mentions; what it writes with `tx` and its place are saved together.
  ///
  /// If it throws, nothing is saved and the same mentions come again later.
  ///
  /// @param batch in the order of their numbers, never empty
  /// @param tx the open transaction of `scope`
  void follow(Scope scope, List<Mention> batch, JdbcClient tx);

  /// Called after the transaction of [#follow] is committed, to tell the living pages.
  default void followed(Scope scope, List<Mention> batch) {}
}

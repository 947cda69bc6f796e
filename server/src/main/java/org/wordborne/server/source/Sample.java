package org.wordborne.server.source;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.wordborne.server.workspace.Brand;

/// A made-up place to look around in before there are words of one's own. Whoever starts the server
/// gives it; a server without one offers none.
public interface Sample {
  /// What its workspace is called.
  String name();

  /// Whom it is about.
  Brand brand();

  /// Its topics: the query of each by its name.
  Map<String, String> topics();

  /// What was said there before `until`, a line of the import format each, with the place it was
  /// said at as `source`.
  Stream<String> lines(Instant until, ZoneId zone);
}

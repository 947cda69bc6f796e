/// Sources: configured connections to channels, each on a schedule and in a bulkhead of its own.
///
/// Start at `SourceSchedule`; answers leave by
/// `Answers`.
@ApplicationModule(displayName = "Sources")
@NullMarked
package org.wordborne.server.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

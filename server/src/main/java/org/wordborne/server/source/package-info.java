/// Sources: configured connections to channels, each on a schedule and in a bulkhead of its own.
///
/// Start at `SourceSchedule`; answers leave by `Answers`. `SourceProposals` are places nobody
/// configured: `ProposalFollower` notes the links in what is heard, `ProposalClock` reads the pages
/// behind them, civilly, and a person decides.
@ApplicationModule(displayName = "Sources")
@NullMarked
package org.wordborne.server.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// What was heard: kept once, ordered, found again, corrected, and handed on.
///
/// Start at `Ingest`, through which every post comes in, and at
/// `MentionFollower`, through which other modules learn of it.
///
/// *Invariant:* a mention and the cursor that brought it are written in one transaction.
/// *Invariant:* within a workspace the order of sequence numbers is the order of commits.
@ApplicationModule(displayName = "Mentions")
@NullMarked
package org.wordborne.server.mention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

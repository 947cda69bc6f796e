/// Words on the move: which tales go round, who told them whom, how far they will go, and when
/// there is more talk than usual.
///
/// Start at `Tales` (a word that is told on: by a topic that is marked so, or by its wording) and
/// at `Bursts` (more people than usual at that hour). Both grow in `SpreadFollower`, by the time at
/// which words were spoken; what is foretold is made by `engines/spread` when it is asked.
///
/// *Invariant:* a person counts once in a tale, by their first telling. *Invariant:* a word that
/// comes again (edited, corrected, deleted) is first taken out, then counted anew.
@ApplicationModule(displayName = "Spread")
@NullMarked
package org.wordborne.server.spread;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

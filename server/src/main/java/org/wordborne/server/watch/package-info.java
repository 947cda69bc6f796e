/// What wakes people: rules on topics, alarms with their cause and first word, and who is told,
/// step by step, until somebody acknowledges.
///
/// Start at `WatchRules` and `Alarms`; `WatchClock` looks every second.
///
/// *Invariant:* an alarm and the letters of a step are written in one transaction, each letter
/// under a key of its own: after a kill nobody is left out, and nobody is told twice.
@ApplicationModule(displayName = "Watch")
@NullMarked
package org.wordborne.server.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

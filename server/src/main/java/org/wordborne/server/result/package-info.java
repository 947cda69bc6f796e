/// Results: what was heard, what it led to, what it cost, and which difference a campaign made.
///
/// Every figure carries its interval, how many people it rests on, and a door to their words; what
/// the data cannot tell is said to be so, with the reason.
@ApplicationModule(displayName = "Results")
@NullMarked
package org.wordborne.server.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

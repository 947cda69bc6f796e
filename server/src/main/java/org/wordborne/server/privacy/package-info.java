/// Forgetting: what people may ask for (a copy of what is kept, erasure, not to be written to),
/// the clock of their requests, for how long words are kept, and where personal data lies at all.
///
/// Start at `PrivacyDesk`. It goes through every `Custodian` of the other modules; what lies
/// where is theirs to say ([org.wordborne.server.workspace.personal]).
///
/// *Invariant:* who is forgotten is known by marks only, before the first of their words goes; what
/// they post from then on is dropped, also when it was on its way.
/// *Invariant:* an erasure goes on after a stop where it was, and ends only when nothing is found.
@ApplicationModule(displayName = "Privacy")
@NullMarked
package org.wordborne.server.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

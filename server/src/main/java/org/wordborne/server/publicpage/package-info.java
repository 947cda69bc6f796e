/// What people without an account are shown: pages without script, cookie and session, the doors
/// and links that lead to them, and how much of it anybody may ask for.
///
/// Start at `Html`, which escapes every word, and at `PublicDoors`, which tell a page whose
/// workspace it is about. Controllers of such pages lie in the modules they are about, take what
/// was sent from `PublicLimit.read` and answer by `PublicAnswers`.
@ApplicationModule(displayName = "Public pages")
@NullMarked
package org.wordborne.server.publicpage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

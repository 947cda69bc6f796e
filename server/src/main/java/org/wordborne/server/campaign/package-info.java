/// Campaigns: the brief first, what the law asks where people live, the rules, the sign-off and
/// the money; in rooms of their own below it the contest, the draw, what is published, and rights.
///
/// Start at `Campaigns`. What the law asks is data (`pack`): it is shown as a warning with its
/// source and how far it is to be trusted, and a person signs for it.
///
/// *Invariant:* nothing starts while a duty lacks its evidence or a question its answer, unless an
/// owner says in writing why. *Invariant:* a sign-off holds for exactly the packs, facts and rules
/// it was given for; a change voids it. *Invariant:* a budget is never overspent.
@ApplicationModule(displayName = "Campaigns")
@NullMarked
package org.wordborne.server.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

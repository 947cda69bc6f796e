/// Campaigns: the brief, the law, what is asked of people and what is promised to them.
///
/// Start at `Campaigns`. Contests, draws, referral, publishing and rights are rooms of their own
/// below; of them others see only what is here.
@ApplicationModule(displayName = "Campaign")
@NullMarked
package org.wordborne.server.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

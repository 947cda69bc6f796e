/// Referral: who tells friends, who came by whom, what is promised for it, and how many each one
/// brings in the end.
///
/// The product never writes to a friend: people share their link by their own means. Start at
/// `ReferralDesk`; the figures are in `GrowthFactor`.
@NullMarked
package org.wordborne.server.campaign.referral;

import org.jspecify.annotations.NullMarked;

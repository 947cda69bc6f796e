/// Contests: entries as they come, what looks odd about them, the prizes and who claims them.
///
/// An entry is taken at once and told the same whatever is thought of it; what looks odd is shown
/// to a person, who decides without a name. Start at `ContestDesk` for what a person sets up,
/// `EntryDesk` for entries, `ReviewDesk` for flags and `ClaimDesk` for prizes.
@NullMarked
package org.wordborne.server.campaign.contest;

import org.jspecify.annotations.NullMarked;

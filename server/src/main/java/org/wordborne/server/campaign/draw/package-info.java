/// Draws that anyone can check: the entries sealed before a number that nobody can know is made,
/// the draw that follows from both, and its proof on a public page.
///
/// Start at `Draws`; its steps are `Sealing`, `Drawing` and `Proofs`. `BeaconClock` fetches the
/// number when it is due; the arithmetic is in `engines/effect`.
@NullMarked
package org.wordborne.server.campaign.draw;

import org.jspecify.annotations.NullMarked;

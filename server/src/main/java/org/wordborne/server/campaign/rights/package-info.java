/// Leave to use a person's words: asked where they spoke, given by them on a page of their own for
/// named uses and a time, withdrawn by the same link at any time; and the gallery that shows what
/// is given, with credit.
///
/// Start at `RightsDesk`. *Invariant:* nothing is shown or sent for which there is no leave that
/// holds at that very moment; `RightsBook.granted` is asked each time.
@NullMarked
package org.wordborne.server.campaign.rights;

import org.jspecify.annotations.NullMarked;

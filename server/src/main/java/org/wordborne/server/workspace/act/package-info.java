/// Who did what: acts, the chained book of them, keys with which a write may safely be repeated.
///
/// Start at [org.wordborne.server.workspace.act.Act]. One request that changes something is one
/// act. It is bound to the thread that answers; each outermost transaction of that thread writes,
/// at its end and in itself, what the act did ([org.wordborne.server.workspace.act.ActLedger]).
/// So an act and its line stand or fall together.
@NamedInterface("act")
@NullMarked
package org.wordborne.server.workspace.act;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

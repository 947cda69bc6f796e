/// What difference it made, and who won: lift with its interval, and draws that anyone can check.
///
/// Start at [org.wordborne.effect.Lift] (a panel of units over time),
/// [org.wordborne.effect.HoldOut] (people of whom some were left out by chance) and
/// [org.wordborne.effect.Draw] (a committed list, a public beacon, an order);
/// [org.wordborne.effect.SignedLog] checks a log whose lines are chained and signed.
///
/// ```java
/// var panel = Panel.of(List.of("Alder", "Birch", "Cedar", "Fern"), times, values);
/// Effect effect = Lift.of(panel, Set.of("Fern"), "2026-05-04", Method.AUTO, LiftSettings.usual());
/// if (effect.identifiable()) { … effect.effect(), effect.low(), effect.high() … }
///
/// var list = EntryList.read(lines);
/// Drawn drawn = Draw.run(list, commitment, BeaconChain.quicknet(), signature, secret);
/// ```
///
/// Pure: no files, no sockets, no clock; the same input gives the same bits. Everything here may
/// be called from many threads. Not here: asking a relay for a beacon, keeping a secret, the text
/// of the rules.
@NullMarked
package org.wordborne.effect;

import org.jspecify.annotations.NullMarked;

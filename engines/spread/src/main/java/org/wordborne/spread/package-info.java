/// How far talk goes, how soon, and whether it is unusual.
///
/// [BurstDetector] follows counts and says when there is more talk than usual at that hour.
/// [Forecaster] says how many will have told a story in the end, from its first minutes;
/// [LiveCascade] keeps what it needs, one telling at a time. [Parents] says from whom a teller
/// probably had it.
///
/// ```java
/// var cascade = new LiveCascade();
/// cascade.tell(0, 120);
/// cascade.tell(45, 3_000);
/// Forecast forecast = Forecaster.standard().of(cascade, 600);
/// double chance = forecast.passes(250);
/// ```
///
/// Pure: no clock, no files, no threads; the same input gives the same bits.
@NullMarked
package org.wordborne.spread;

import org.jspecify.annotations.NullMarked;

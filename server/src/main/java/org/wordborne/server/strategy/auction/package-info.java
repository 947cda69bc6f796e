/// The rules of a sealed first-price reverse auction, and the log by which anybody can hold it to
/// them. Knows no database.
///
/// *Invariant:* the same log gives the same winner and the same price, on every machine.
@NullMarked
package org.wordborne.server.strategy.auction;

import org.jspecify.annotations.NullMarked;

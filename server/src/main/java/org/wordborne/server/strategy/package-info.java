/// What we set out to do, held against what people say: statements, themes, verdicts, decisions
/// that come back, and below it wishes and the calls by which sellers bid for one.
///
/// Start at `StrategyBook` for what a person writes and decides, at `StrategyReader` for what the
/// page shows. [org.wordborne.server.strategy.DueDecisions] is what other rooms ask.
///
/// *Invariant:* a figure is made of persons, never of words, and none is given for fewer than 25.
/// *Invariant:* a decision is only ever added to.
@ApplicationModule(displayName = "Strategy")
@NullMarked
package org.wordborne.server.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

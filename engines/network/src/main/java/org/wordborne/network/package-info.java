/// Who hears whom: how far talk gets from a few people, and whom to ask first.
///
/// Start at [VoiceGraph], then [SeedSearch] chooses people and [SpreadTrials] says how far their
/// talk gets:
///
/// ```java
/// VoiceGraph graph = VoiceGraph.read(List.of("0 1", "0 2", "2 3"), false);
/// SeedSet chosen = SeedSearch.choose(graph, PassOn.parse("wc"), SeedAsk.of(1), () -> false);
/// Spread reach = SpreadTrials.of(graph, PassOn.parse("wc"), chosen.seeds(), 10_000, 42);
/// ```
///
/// Everything is pure: the same input and seed give the same bits on every machine and for any
/// number of threads. Threads are started only where the caller asks for more than one, and have
/// ended when the call returns. Reading files, and who the numbers stand for, is left to others.
@NullMarked
package org.wordborne.network;

import org.jspecify.annotations.NullMarked;

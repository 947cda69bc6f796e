/// Conversations: which words need an answer, in which order, who has them, and the replies, each
/// of which leaves at most once.
///
/// Start at `Conversations` (lists, threads, acts) and `Replies` (planned, sent, taken back, looked
/// up). The order is made by `NeedFormula` and `QueueDeal`, which are pure; docs/formulas.md gives
/// the reasons.
///
/// Not here: how a reply reaches a channel (source), who the people are (person).
@ApplicationModule(displayName = "Conversations")
@NullMarked
package org.wordborne.server.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.wordborne.server.result;

import java.util.Set;
import java.util.UUID;
import org.wordborne.server.workspace.Money;

/// A campaign that runs or ran: planned here, or typed in afterwards.
///
/// @param topics the topics it speaks to; none means that it is measured on all that speak of us
/// @param typed whether it ran before it could be planned here
record Ran(
    UUID id, String name, Days days, Set<UUID> topics, Money spent, long minutes, boolean typed) {}

package org.wordborne.server.campaign.contest;

import org.jspecify.annotations.Nullable;

/// What somebody sends to enter.
///
/// @param region where they say they live
/// @param oldEnough whether they say so
/// @param accepted whether they accept the rules
/// @param toldBy code of who told them; empty for nobody
/// @param millis from the page to the answer, 0 when the page was not asked for; null where there
///     was none, as of a card that staff typed in
/// @param addressHash of where it came from; empty when unknown
record EntryForm(
    String name,
    String mail,
    String region,
    boolean oldEnough,
    boolean accepted,
    String words,
    String toldBy,
    @Nullable Long millis,
    String addressHash,
    String language) {}

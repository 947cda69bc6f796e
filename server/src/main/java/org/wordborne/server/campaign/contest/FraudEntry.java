package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of an entry where it is asked whether it is one of many by the same hand.
///
/// @param number its number in the contest
/// @param box hash of the mailbox; empty without mail
/// @param pattern hash of the mail's pattern; empty without mail or number
/// @param relay whether the mail is hidden by a privacy service
/// @param address hash of the network address; empty when unknown
/// @param formMillis from the page to the answer; null when it did not come by form
/// @param print fingerprint of the words
/// @param longWords whether the words are long enough to be alike by more than chance
/// @param referrer who brought it
record FraudEntry(
    UUID id,
    int number,
    Instant at,
    String box,
    String pattern,
    boolean relay,
    String address,
    @Nullable Long formMillis,
    long print,
    boolean longWords,
    @Nullable UUID referrer) {}

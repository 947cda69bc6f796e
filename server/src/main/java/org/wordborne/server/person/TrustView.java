package org.wordborne.server.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What one person does to another, seen from one of them, with the words that prove it.
///
/// @param deed answers, repeats, thanks; answered-by, repeated-by, thanked-by from the other side
/// @param mentions the newest words behind the count, at most ten
public record TrustView(
    PersonRef person, String deed, int count, List<UUID> mentions, Instant lastAt) {}

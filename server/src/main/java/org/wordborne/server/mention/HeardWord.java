package org.wordborne.server.mention;

import java.util.Set;
import java.util.UUID;

/// A post that was heard and is to be kept.
///
/// @param key its identity
/// @param digest of its content
/// @param channel of the post
/// @param own spoken by one of our own accounts
record HeardWord(
    UUID key,
    UUID digest,
    String channel,
    Incoming.Spoken spoken,
    Understanding understanding,
    String language,
    long fingerprint,
    UUID handle,
    Set<UUID> topics,
    boolean own,
    boolean hidden) {}

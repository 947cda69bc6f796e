package org.wordborne.server.mailroom;

import java.time.Instant;
import java.util.UUID;

/// A program that is told something.
///
/// @param query of the words, only those that satisfy it; empty for all
/// @param since what was heard before that is not told
public record HookTo(UUID id, String name, String query, Instant since) {}

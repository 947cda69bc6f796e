package org.wordborne.server.strategy;

import java.time.Instant;

/// Something that waits for a person.
///
/// @param kind decision
/// @param href the page it is done at
/// @param at since when it is due
public record DueView(String kind, String text, String href, Instant at) {}

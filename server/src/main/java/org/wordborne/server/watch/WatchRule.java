package org.wordborne.server.watch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What wakes people.
///
/// @param what `burst` (more people than usual) or `pass` (a chance that a line is passed)
/// @param line how many people are too many; null for a burst
/// @param chance from which chance on it wakes; null for a burst
record WatchRule(
    UUID id,
    UUID topic,
    String what,
    @Nullable Integer line,
    @Nullable Double chance,
    List<WatchStep> steps) {}

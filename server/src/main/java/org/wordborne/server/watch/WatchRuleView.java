package org.wordborne.server.watch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule as it is shown.
///
/// @param what `burst` (more people than usual) or `pass` (a chance that a line is passed)
public record WatchRuleView(
    UUID id,
    UUID topicId,
    String topic,
    String what,
    @Nullable Integer line,
    @Nullable Double chance,
    List<WatchStep> steps) {}

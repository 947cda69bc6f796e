package org.wordborne.server.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an alarm was raised.
///
/// @param kind `burst`, `pass` or `test`
/// @param people how many spoke in the last `minutes`; for `pass`, how many told it so far
/// @param usualHigh what a minute at that hour usually stays under
/// @param line the line that may be passed; null for a burst
/// @param chance the chance of it; null for a burst
/// @param place where most of them spoke
/// @param there how many of them spoke there
/// @param terms words that most of them use and that were rare before
public record AlarmCause(
    String kind,
    int people,
    int minutes,
    double usualLow,
    double usualHigh,
    @Nullable Integer line,
    @Nullable Double chance,
    String place,
    int there,
    List<String> terms) {}

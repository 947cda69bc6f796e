package org.wordborne.server.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a trial of a source gave; nothing of it was kept.
///
/// @param heard how many things it told
/// @param error why it could not be heard, or null
public record SourceTestView(boolean good, int heard, List<String> notes, @Nullable String error) {}

package org.wordborne.server.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of a person from what they said and did in public.
public record PersonProfile(
    PersonRow row, @Nullable Instant firstAt, List<MonthMood> months, List<TrustView> trust) {}

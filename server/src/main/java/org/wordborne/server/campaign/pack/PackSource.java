package org.wordborne.server.campaign.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a rule was read.
///
/// @param confidence A: the law's, regulator's or vendor's own text; B: a law firm, agency or tool
///     maker; C: from memory or one weak page, which may only warn or ask
/// @param reviewAfter when it should be read again
public record PackSource(
    String title,
    String url,
    String section,
    LocalDate readOn,
    String confidence,
    @Nullable LocalDate reviewAfter) {}

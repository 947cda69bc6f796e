package org.wordborne.server.campaign.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How somebody is asked whether we may use their words.
///
/// @param uses of site, posts, print, mail
/// @param until the last day, as `2027-12-31`
/// @param text what is said in the thread; the link is put below it
/// @param send whether to ask in the thread now; else only a link is made
/// @param key as of a reply: the same key is the same question
public record RightsRequest(
    @Nullable List<String> uses,
    @Nullable LocalDate until,
    @Nullable UUID campaign,
    @Nullable String text,
    boolean send,
    @Nullable String key) {}

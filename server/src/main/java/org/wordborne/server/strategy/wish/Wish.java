package org.wordborne.server.strategy.wish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.publicpage.PageLanguage;

/// What a customer wishes for.
///
/// @param state heard, planned, offered, done, no
/// @param votes how many wish it, its poster among them
/// @param purchase what is to be bought; null for a wish that is none
/// @param aside whether it waits for one of ours to look, being sent faster than people type
/// @param language what its letters and its terms are written in
/// @param contact whether an address to answer to was given, and said to be theirs
record Wish(
    UUID id,
    int number,
    String text,
    String state,
    String answer,
    String answeredBy,
    @Nullable Instant answeredAt,
    @Nullable UUID mergedInto,
    boolean hidden,
    boolean aside,
    boolean contact,
    @Nullable Purchase purchase,
    PageLanguage language,
    Instant postedAt,
    int votes) {

  /// What is to be bought, where and until when, and in what money. What it may cost is closed.
  record Purchase(int quantity, String place, LocalDate day, String currency) {}
}

package org.wordborne.server.person;

/// The words of one month by sign.
///
/// @param month as `2026-11`, in UTC
public record MonthMood(
    String month, int positive, int negative, int neutral, int mixed, int unsure) {}

package org.wordborne.server.mention;

/// How many mentions came since a number.
///
/// @param seq the newest number that was looked at
public record NewWordsView(long count, long seq) {}

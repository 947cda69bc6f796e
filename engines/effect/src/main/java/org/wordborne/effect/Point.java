package org.wordborne.effect;

/// One time of the path of an effect.
///
/// @param time the time
/// @param actual what was
/// @param otherwise what would have been, as far as the method knows
public record Point(String time, double actual, double otherwise) {}

package org.wordborne.effect;

/// One place of a draw.
///
/// @param prize the prize it won; empty for an alternate
/// @param number the entry's number in the list, from 1
/// @param code the entry's code
public record Place(String prize, int number, String code) {}

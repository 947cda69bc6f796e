package org.wordborne.effect;

/// One thing that was looked at when a draw was run again or a log was read.
///
/// @param name of a draw `rule`, `seal`, `beacon` or `draw`; of a log `key`, `order`, `chain`,
///   `signed` or `head`
/// @param holds whether it is as it must be
/// @param text what was found, one line
public record Check(String name, boolean holds, String text) {}

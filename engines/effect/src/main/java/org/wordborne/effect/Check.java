package org.wordborne.effect;

/// One thing that was looked at when a draw was run again.
///
/// @param name `rule`, `seal`, `beacon` or `draw`
/// @param holds whether it is as it must be
/// @param text what was found, one line
public record Check(String name, boolean holds, String text) {}

package org.wordborne.wire;

/// Whether the guarded client would go to an address, and why.
///
/// @param allowed whether it would
/// @param why the reason in plain words, for the operator
public record GuardVerdict(boolean allowed, String why) {}

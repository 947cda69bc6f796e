package org.wordborne.server.result.effect;

/// One time of the path: what was, and what would have been.
public record EffectPoint(String time, double actual, double otherwise) {}

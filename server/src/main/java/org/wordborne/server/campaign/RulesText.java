package org.wordborne.server.campaign;

import java.time.Instant;

/// The official rules in one version and language.
///
/// @param hash SHA-256 of the text in UTF-8, as lower case hexadecimal digits
public record RulesText(int version, String language, String text, String hash, Instant madeAt) {}

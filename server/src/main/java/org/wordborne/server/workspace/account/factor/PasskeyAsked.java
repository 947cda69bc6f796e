package org.wordborne.server.workspace.account.factor;

/// What a browser needs to have a passkey shown; bytes in base 64 for addresses.
///
/// @param place the name it is bound to
public record PasskeyAsked(String challenge, String place) {}

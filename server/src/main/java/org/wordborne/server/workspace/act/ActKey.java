package org.wordborne.server.workspace.act;

/// The key under which a write may be repeated without being done twice.
///
/// @param who whose key it is: the same text of somebody else is another key
/// @param text the `Idempotency-Key` as sent
/// @param fingerprint of method, address and body, in hexadecimal: what must be the same again
/// @param path the address without its query
record ActKey(String who, String text, String fingerprint, String path) {}

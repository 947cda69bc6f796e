package org.wordborne.server.workspace.account.company;

/// What the company says of itself (OpenID Connect Discovery 1.0).
///
/// @param signIn where browsers are sent
/// @param token where a code becomes a token
/// @param keys where its keys lie
/// @param saysWho whether each answer names who gives it (RFC 9207)
/// @param byHeader whether it takes our secret in the usual header, not in the form
record CompanyFacts(String signIn, String token, String keys, boolean saysWho, boolean byHeader) {}

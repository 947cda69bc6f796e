package org.wordborne.server.workspace;

import java.util.UUID;

/// Somebody works in a workspace no more; told inside the transaction in which it became so.
public record MemberLeft(Scope scope, UUID member) {}

package org.wordborne.server.workspace;

import java.util.UUID;

/// Somebody who works in a workspace.
///
/// @param initials one or two letters that stand for the name on the page
public record Member(UUID id, String name, String email, String role, String initials) {}

package org.wordborne.server.workspace;

/// A workspace lives no more: whoever works in it stops.
public record WorkspaceEnded(WorkspaceId workspace) {}

package org.wordborne.server.topic;

import org.wordborne.server.workspace.WorkspaceId;

/// A workspace's topics changed: one was saved or removed.
public record TopicSaved(WorkspaceId workspace) {}

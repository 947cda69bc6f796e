package org.wordborne.server.conversation;

import java.util.UUID;

/// Who has taken a conversation.
public record AssigneeView(UUID id, String name) {}

package org.wordborne.server.mailroom;

import java.util.UUID;

/// A program that is told by webhook.
public record HookOutView(UUID id, String name, String url) {}

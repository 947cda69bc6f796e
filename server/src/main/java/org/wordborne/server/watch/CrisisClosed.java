package org.wordborne.server.watch;

import java.time.Instant;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// A crisis room was closed; told after its commit. Another may still be open: ask
/// [CrisisRooms#paused].
public record CrisisClosed(Scope scope, UUID room, Instant at) {}

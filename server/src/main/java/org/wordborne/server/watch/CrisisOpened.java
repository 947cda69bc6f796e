package org.wordborne.server.watch;

import java.time.Instant;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// A crisis room was opened: from now on nothing scheduled goes out. Told after its commit.
public record CrisisOpened(Scope scope, UUID room, Instant at) {}

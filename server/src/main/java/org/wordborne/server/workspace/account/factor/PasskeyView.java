package org.wordborne.server.workspace.account.factor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passkey as its owner sees it.
///
/// @param synced whether it may lie on several devices
/// @param usedAt when somebody last signed in with it; null if nobody did
public record PasskeyView(
    UUID id, String name, boolean synced, Instant madeAt, @Nullable Instant usedAt) {}

package org.wordborne.server.campaign;

import java.time.Instant;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// A campaign was started; told within the transaction that starts it.
public record CampaignStarted(Scope scope, UUID campaign, Instant at, SignedIn by) {}

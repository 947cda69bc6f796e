package org.wordborne.server.campaign;

import java.time.Instant;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// A campaign was closed; told within the transaction that closes it.
public record CampaignClosed(Scope scope, UUID campaign, Instant at, SignedIn by) {}

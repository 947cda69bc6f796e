package org.wordborne.server.campaign;

import java.time.ZoneId;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// A campaign got another zone; told within the transaction that gives it, before it starts.
public record CampaignZoned(Scope scope, UUID campaign, ZoneId zone) {}

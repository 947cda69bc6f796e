package org.wordborne.server.publicpage;

import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// Where a door or a link leads.
///
/// @param scope the workspace it belongs to, without a person
/// @param kind of what it opens, as `contest` or `gallery`
/// @param about the thing itself
public record Door(Scope scope, String kind, UUID about) {}

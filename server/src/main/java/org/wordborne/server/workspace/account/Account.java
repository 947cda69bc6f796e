package org.wordborne.server.workspace.account;

import java.util.UUID;

/// Somebody who can sign in.
///
/// @param locale language of the pages, as `de`; empty for what the browser asks for
/// @param zone time zone of the pages, as `Europe/Berlin`; empty for the browser's
/// @param singleKeys whether single letters act as shortcuts
record Account(
    UUID id, String email, String name, String locale, String zone, boolean singleKeys) {}

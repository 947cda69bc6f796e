package org.wordborne.server.person;

import java.util.UUID;

/// A name on one place: the account under which a person speaks there.
public record HandleView(
    UUID id, String channel, String sourceName, String name, String url, long followers) {}

package org.wordborne.server.mailroom;

import org.jspecify.annotations.Nullable;

/// How mail is to leave from now on; an empty host ends it.
///
/// @param password absent: the one that is kept, if the user name and the host stay
record MailDraft(
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String tls,
    @Nullable String username,
    @Nullable String password,
    @Nullable String from,
    @Nullable String fromName) {}

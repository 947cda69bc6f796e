package org.wordborne.server.mailroom;

import org.jspecify.annotations.Nullable;

/// How mail leaves.
///
/// @param tls `none`, `starttls` or `tls`
/// @param username "" where the host asks for none
/// @param password as opened; null where there is none
record MailSettings(
    String host,
    int port,
    String tls,
    String username,
    @Nullable String password,
    String from,
    String fromName) {

  MailView view() {
    return new MailView(host, port, tls, username, from, fromName, true);
  }
}

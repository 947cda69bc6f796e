package org.wordborne.server.mailroom;

/// How mail leaves, without the password.
///
/// @param tls `none`, `starttls` or `tls`
/// @param ready whether mail can go out at all
public record MailView(
    String host,
    int port,
    String tls,
    String username,
    String from,
    String fromName,
    boolean ready) {
  static final MailView NONE = new MailView("", 587, "starttls", "", "", "", false);
}

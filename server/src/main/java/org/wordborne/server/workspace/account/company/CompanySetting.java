package org.wordborne.server.workspace.account.company;

import java.util.List;

/// How the company lets its people in, as the operator set it.
///
/// @param issuer the company's address, exactly as it names itself
/// @param clientId the name it knows this server by
/// @param name what the button says
/// @param domains mail domains whose people are let in without an invitation
/// @param role what those become
public record CompanySetting(
    String issuer, String clientId, String name, List<String> domains, String role) {
  /// Copies the list.
  public CompanySetting {
    domains = List.copyOf(domains);
  }

  /// Whether a mail address is of a domain that is let in: the domain itself, nothing below it and
  /// nothing that only ends like it.
  public boolean lets(String email) {
    return domains.contains(MailDomain.of(email.substring(email.lastIndexOf('@') + 1)));
  }
}

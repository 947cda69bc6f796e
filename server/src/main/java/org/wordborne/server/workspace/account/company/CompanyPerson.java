package org.wordborne.server.workspace.account.company;

import java.util.Optional;

/// Whom the company says it is.
///
/// @param issuer which company
/// @param subject the company's own name for the person, which never goes to another
/// @param email the address that the company verified; empty if it did not
/// @param name what the person is called; may be empty
/// @param twoFactors whether the company asked for more than one proof
public record CompanyPerson(
    String issuer, String subject, Optional<String> email, String name, boolean twoFactors) {}

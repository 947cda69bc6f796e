package org.wordborne.server.workspace.account.company;

import org.jspecify.annotations.Nullable;

/// What the browser brings back from the company.
///
/// @param code what the token is given for
/// @param state the one that was asked with
/// @param iss who answers, where the company says so (RFC 9207)
public record CompanyAnswer(@Nullable String code, @Nullable String state, @Nullable String iss) {
  @Override
  public String toString() {
    return "answer of the company";
  }
}

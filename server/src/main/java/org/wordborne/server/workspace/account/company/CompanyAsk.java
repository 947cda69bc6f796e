package org.wordborne.server.workspace.account.company;

/// What is asked of the company, kept in the browser that asks until the answer comes.
///
/// @param issuer whom it was asked of
/// @param state comes back with the answer
/// @param nonce comes back within the token
/// @param verifier shown for the code, so that a stolen code is worth nothing
public record CompanyAsk(String issuer, String state, String nonce, String verifier) {
  @Override
  public String toString() {
    return "question to " + issuer;
  }
}

/// The company's own sign-in (OpenID Connect Core 1.0): what the operator set (`CompanySettings`),
/// asking it (`Company`), and judging what it says (`IdTokens`).
///
/// Knows no account and no session: whom a person of the company is here says the room above it.
///
/// *Invariant:* everything fetched comes through wire's `GuardedHttp`, and no redirect is followed.
@NullMarked
package org.wordborne.server.workspace.account.company;

import org.jspecify.annotations.NullMarked;

/// What shows who somebody is beside a password: codes of a device (`Totp`), codes kept on paper
/// (`RecoveryCodes`), passkeys (`Passkeys`). `Factors` keeps what an account has of them.
///
/// Knows no session and no request: who may ask says the room above it.
@NullMarked
package org.wordborne.server.workspace.account.factor;

import org.jspecify.annotations.NullMarked;

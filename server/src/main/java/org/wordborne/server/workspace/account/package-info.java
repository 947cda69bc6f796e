/// Accounts: passwords, sessions, tokens, the one-time code.
@NamedInterface("account")
@NullMarked
package org.wordborne.server.workspace.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

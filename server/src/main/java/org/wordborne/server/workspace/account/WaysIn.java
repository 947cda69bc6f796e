package org.wordborne.server.workspace.account;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.account.company.CompanySettings;
import org.wordborne.server.workspace.account.factor.Passkeys;

/// The ways by which an account is signed in to: a password, a passkey, the company's sign-in.
/// Codes of a device are none: they only come second.
@Component
class WaysIn {
  private final Accounts accounts;
  private final Passkeys passkeys;
  private final CompanySettings company;
  private final CompanyIdentities identities;
  private final Transactions transactions;

  WaysIn(
      Accounts accounts,
      Passkeys passkeys,
      CompanySettings company,
      CompanyIdentities identities,
      Transactions transactions) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.company = company;
    this.identities = identities;
    this.transactions = transactions;
  }

  /// Takes one away by `taking`; two at once are taken one after the other.
  ///
  /// @throws ConflictException if none would be left
  void take(Scope scope, UUID account, Runnable taking) {
    transactions.run(
        scope,
        jdbc -> {
          jdbc.sql("select id from account where id = ? for update")
              .param(account)
              .query(UUID.class)
              .single();
          taking.run();
          if (!isAny(account)) {
            throw new ConflictException(
                "this is the only way by which you sign in; set a password or add a passkey first");
          }
        });
  }

  private boolean isAny(UUID account) {
    return accounts.hasPassword(account)
        || !passkeys.all(account).isEmpty()
        || company.read().flatMap(set -> identities.linkedSince(account, set.issuer())).isPresent();
  }
}

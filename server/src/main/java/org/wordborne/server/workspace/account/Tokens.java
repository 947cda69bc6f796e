package org.wordborne.server.workspace.account;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Tokens for programs: each has a name, all rights, and acts for the person who made it.
@Component
class Tokens {
  private final Transactions transactions;
  private final ProcessToken process;
  private final Accounts accounts;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom chance;

  Tokens(
      Transactions transactions,
      ProcessToken process,
      Accounts accounts,
      Ids ids,
      InstantSource clock,
      SecureRandom chance) {
    this.transactions = transactions;
    this.process = process;
    this.accounts = accounts;
    this.ids = ids;
    this.clock = clock;
    this.chance = chance;
  }

  /// Makes a token and returns its text, which is not kept and cannot be shown again.
  String create(SignedIn by, String name) {
    Credential credential = Credential.make(by.workspace(), chance);
    transactions.run(
        by.scope(),
        jdbc ->
            jdbc.sql("insert into api_token values (?, ?, ?, ?, ?, ?)")
                .param(by.workspace().value())
                .param(credential.hash())
                .param(ids.next())
                .param(name)
                .param(by.person())
                .param(Timestamp.from(clock.instant()))
                .update());
    return credential.text();
  }

  /// For whom a program with that credential acts, if it is a token of ours.
  Optional<SignedIn> find(Credential credential) {
    if (process.is(credential)) {
      UUID first = accounts.first(credential.workspace()).map(Account::id).orElse(null);
      return Optional.of(token(credential, first, ProcessToken.NAME).runningTheServer());
    }
    return transactions.in(
        Scope.of(credential.workspace()),
        jdbc ->
            jdbc.sql("select name, account_id from api_token where hash = ?")
                .param(credential.hash())
                .query(
                    (row, _) ->
                        token(
                            credential,
                            row.getObject("account_id", UUID.class),
                            row.getString("name")))
                .optional());
  }

  private static SignedIn token(Credential credential, @Nullable UUID person, String name) {
    return new SignedIn(person, credential.workspace(), name, "owner");
  }
}

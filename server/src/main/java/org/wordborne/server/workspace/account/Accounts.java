package org.wordborne.server.workspace.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;

/// The accounts and which workspace each belongs to.
@Component
class Accounts {
  private static final String COLUMNS = "a.id, a.email, a.name, a.locale, a.zone, a.single_keys";
  private final Transactions transactions;
  private final Workspaces workspaces;
  private final Passwords passwords;
  private final Ids ids;
  private final InstantSource clock;

  Accounts(
      Transactions transactions,
      Workspaces workspaces,
      Passwords passwords,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.workspaces = workspaces;
    this.passwords = passwords;
    this.ids = ids;
    this.clock = clock;
  }

  boolean hasOwner() {
    return transactions.in(
        Scope.of(workspaces.current()),
        jdbc ->
            jdbc.sql("select exists (select 1 from member where role = 'owner')")
                .query(Boolean.class)
                .single());
  }

  /// Makes an account and an owner of it.
  ///
  /// @throws ConflictException if the address has an account already
  UUID addOwner(WorkspaceId workspace, NewAccount wanted) {
    return add(workspace, wanted.email(), wanted.name(), passwords.hash(wanted.password()));
  }

  /// Makes an owner whom no password lets in, for the demonstration.
  UUID addWithoutPassword(WorkspaceId workspace, String email, String name) {
    return add(workspace, email, name, null);
  }

  private UUID add(WorkspaceId workspace, String email, String name, @Nullable String hash) {
    UUID id = ids.next();
    Timestamp now = Timestamp.from(clock.instant());
    try {
      transactions.run(
          Scope.of(workspace),
          jdbc -> {
            jdbc.sql(
                    """
                    insert into account (id, email, name, password_hash, created_at, operator)
                    values (?, ?, ?, ?, ?, not exists (select 1 from account))
                    """)
                .param(id)
                .param(email)
                .param(name)
                .param(hash)
                .param(now)
                .update();
            jdbc.sql("insert into member values (?, ?, 'owner', ?)")
                .params(workspace.value(), id, now)
                .update();
          });
      return id;
    } catch (DuplicateKeyException taken) {
      throw new ConflictException("there is an account for " + email + " already");
    }
  }

  /// The member whose address and password these are. Does the same work whoever asks.
  Optional<Account> verify(WorkspaceId workspace, String email, String password) {
    record Known(Account account, @Nullable String hash) {}
    Optional<Known> known =
        transactions.in(
            Scope.of(workspace),
            jdbc ->
                jdbc.sql(
                        "select "
                            + COLUMNS
                            + ", a.password_hash from account a"
                            + " join member m on m.account_id = a.id where lower(a.email) = lower(?)")
                    .param(email)
                    .query((row, _) -> new Known(account(row), row.getString("password_hash")))
                    .optional());
    boolean right = passwords.matches(password, known.map(Known::hash).orElse(null));
    return known.filter(_ -> right).map(Known::account);
  }

  Optional<Account> find(Scope scope, UUID id) {
    return transactions.in(
        scope,
        jdbc ->
            jdbc.sql(
                    "select "
                        + COLUMNS
                        + " from account a join member m on m.account_id = a.id where a.id = ?")
                .param(id)
                .query((row, _) -> account(row))
                .optional());
  }

  Optional<Account> first(WorkspaceId workspace) {
    return transactions.in(
        Scope.of(workspace),
        jdbc ->
            jdbc.sql(
                    "select "
                        + COLUMNS
                        + " from account a join member m on m.account_id = a.id"
                        + " order by m.joined_at, a.id limit 1")
                .query((row, _) -> account(row))
                .optional());
  }

  /// Keeps what the person chose for themselves.
  void save(Scope scope, Account account) {
    transactions.run(
        scope,
        (JdbcClient jdbc) ->
            jdbc.sql(
                    """
                    update account set name = ?, locale = ?, zone = ?, single_keys = ?
                    where id = ? and exists (select 1 from member where account_id = account.id)
                    """)
                .params(
                    account.name(),
                    account.locale(),
                    account.zone(),
                    account.singleKeys(),
                    account.id())
                .update());
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("name"),
        row.getString("locale"),
        row.getString("zone"),
        row.getBoolean("single_keys"));
  }
}

package org.wordborne.server.workspace.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.access.Role;

/// The accounts: one of each person on the whole server.
@Component
class Accounts {
  private static final String COLUMNS = "a.id, a.email, a.name, a.locale, a.zone, a.single_keys";
  private final Transactions transactions;
  private final Passwords passwords;
  private final SecretBox box;
  private final Ids ids;
  private final InstantSource clock;

  Accounts(
      Transactions transactions, Passwords passwords, SecretBox box, Ids ids, InstantSource clock) {
    this.transactions = transactions;
    this.passwords = passwords;
    this.box = box;
    this.ids = ids;
    this.clock = clock;
  }

  /// Whether anybody owns this server yet: its first owner, who runs it from then on.
  boolean hasOwner() {
    return transactions.outside(
        jdbc ->
            jdbc.sql("select exists (select 1 from account where operator)")
                .query(Boolean.class)
                .single());
  }

  /// Makes an account and a member of it. Nobody runs the server by that.
  ///
  /// @throws ConflictException if the address has an account already
  UUID add(WorkspaceId workspace, NewAccount wanted, Role role) {
    String hash = passwords.hash(wanted.password());
    return add(workspace, role, wanted.email(), wanted.name(), hash, false);
  }

  /// Makes an owner by the one-time code or by who runs the server; the first of them runs it.
  ///
  /// @throws ConflictException if the address has an account already
  UUID addOwner(WorkspaceId workspace, NewAccount wanted) {
    String hash = passwords.hash(wanted.password());
    return add(workspace, Role.OWNER, wanted.email(), wanted.name(), hash, true);
  }

  /// Makes an owner whom no password lets in, for the demonstration.
  UUID addWithoutPassword(WorkspaceId workspace, String email, String name) {
    return add(workspace, Role.OWNER, email, name, null, true);
  }

  /// Makes a member whom the company lets in.
  ///
  /// @throws ConflictException if the address has an account already
  UUID addOfCompany(WorkspaceId workspace, String email, String name, Role role) {
    String named = NewAccount.named(email, name);
    return add(workspace, role, NewAccount.checkedEmail(email), named, null, false);
  }

  /// The account with that address.
  Optional<Account> byEmail(String email) {
    return transactions.outside(
        jdbc ->
            jdbc.sql("select " + COLUMNS + " from account a where lower(a.email) = lower(?)")
                .param(email)
                .query((row, _) -> account(row))
                .optional());
  }

  /// Whether it is the account of who runs the server.
  boolean runsTheServer(UUID account) {
    return transactions.outside(
        jdbc ->
            jdbc.sql("select operator from account where id = ?")
                .param(account)
                .query(Boolean.class)
                .optional()
                .orElse(false));
  }

  /// Whether a password lets it in.
  boolean hasPassword(UUID account) {
    return !passwordHash(account).isEmpty();
  }

  /// A mark of its password, which is another once that is changed.
  String passwordMark(UUID account) {
    return box.mark(account, "password " + passwordHash(account));
  }

  private String passwordHash(UUID account) {
    return transactions.outside(
        jdbc ->
            jdbc.sql("select coalesce(password_hash, '') from account where id = ?")
                .param(account)
                .query(String.class)
                .optional()
                .orElse(""));
  }

  private UUID add(
      WorkspaceId workspace,
      Role role,
      String email,
      String name,
      @Nullable String hash,
      boolean founds) {
    UUID id = ids.next();
    Timestamp now = Timestamp.from(clock.instant());
    try {
      transactions.run(
          Scope.of(workspace),
          jdbc -> {
            insert(jdbc, id, email, name, hash, founds);
            insertMember(jdbc, workspace, id, role);
          });
      return id;
    } catch (DuplicateKeyException taken) {
      throw new ConflictException("there is an account for " + email + " already");
    }
  }

  /// Makes an account a member.
  void join(WorkspaceId workspace, UUID account, Role role) {
    transactions.run(Scope.of(workspace), jdbc -> insertMember(jdbc, workspace, account, role));
  }

  private void insertMember(JdbcClient jdbc, WorkspaceId workspace, UUID account, Role role) {
    jdbc.sql("insert into member (workspace_id, account_id, role, joined_at) values (?, ?, ?, ?)")
        .params(workspace.value(), account, role.word(), Timestamp.from(clock.instant()))
        .update();
  }

  private void insert(
      JdbcClient jdbc, UUID id, String email, String name, @Nullable String hash, boolean founds) {
    jdbc.sql(
            """
            insert into account (id, email, name, password_hash, created_at, operator)
            values (?, ?, ?, ?, ?, ? and not exists (select 1 from account where operator))
            """)
        .param(id)
        .param(email)
        .param(name)
        .param(hash)
        .param(Timestamp.from(clock.instant()))
        .param(founds)
        .update();
  }

  /// Prepares an account that is made within somebody else's transaction, where it has to be done
  /// in a moment: the password is hashed before.
  Function<JdbcClient, Account> prepared(NewAccount wanted) {
    String hash = passwords.hash(wanted.password());
    return jdbc -> {
      UUID id = ids.next();
      insert(jdbc, id, wanted.email(), wanted.name(), hash, false);
      return new Account(id, wanted.email(), wanted.name(), "", "", true);
    };
  }

  /// The account with that id, wherever it is a member.
  Optional<Account> byId(UUID id) {
    return transactions.outside(
        jdbc ->
            jdbc.sql("select " + COLUMNS + " from account a where a.id = ?")
                .param(id)
                .query((row, _) -> account(row))
                .optional());
  }

  /// The account whose address and password these are. Does the same work whoever asks.
  Optional<Account> verify(String email, String password) {
    record Known(Account account, @Nullable String hash) {}
    Optional<Known> known =
        transactions.outside(
            jdbc ->
                jdbc.sql(
                        "select "
                            + COLUMNS
                            + ", a.password_hash from account a where lower(a.email) = lower(?)")
                    .param(email)
                    .query((row, _) -> new Known(account(row), row.getString("password_hash")))
                    .optional());
    boolean right = passwords.matches(password, known.map(Known::hash).orElse(null));
    return known.filter(_ -> right).map(Known::account);
  }

  /// Gives an account another password.
  void changePassword(UUID account, String password) {
    String hash = passwords.hash(password);
    transactions.outside(
        jdbc ->
            jdbc.sql("update account set password_hash = ? where id = ?")
                .params(hash, account)
                .update());
  }

  /// A member of this workspace.
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

  /// The owner who has been there longest.
  Optional<Account> firstOwner(WorkspaceId workspace) {
    return transactions.in(
        Scope.of(workspace),
        jdbc ->
            jdbc.sql(
                    "select "
                        + COLUMNS
                        + " from account a join member m on m.account_id = a.id"
                        + " where m.role = 'owner' and m.state = 'active'"
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

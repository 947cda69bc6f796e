package org.wordborne.server.mailroom;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;

/// Keeps how mail leaves.
@Component
class MailDesk {
  private static final int LAST_PORT = 65_535;
  private final Transactions transactions;
  private final SecretBox secrets;

  MailDesk(Transactions transactions, SecretBox secrets) {
    this.transactions = transactions;
    this.secrets = secrets;
  }

  Optional<MailSettings> find(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select * from mail_setting where workspace_id = ?")
                .param(scope.workspace().value())
                .query(
                    (row, _) ->
                        new MailSettings(
                            row.getString("host"),
                            row.getInt("port"),
                            row.getString("tls"),
                            row.getString("username"),
                            opened(scope, row.getBytes("password")),
                            row.getString("from_address"),
                            row.getString("from_name")))
                .optional());
  }

  private @Nullable String opened(Scope scope, byte @Nullable [] sealed) {
    return sealed == null ? null : secrets.open(scope.workspace().value(), sealed);
  }

  MailView view(Scope scope) {
    return find(scope).map(MailSettings::view).orElse(MailView.NONE);
  }

  MailView set(Scope scope, MailDraft draft) {
    if (text(draft.host()).isBlank()) {
      transactions.run(scope, tx -> tx.sql("delete from mail_setting").update());
      return MailView.NONE;
    }
    MailSettings settings = read(draft, find(scope).orElse(null));
    keep(scope, settings);
    return settings.view();
  }

  private static MailSettings read(MailDraft draft, @Nullable MailSettings before) {
    String host = text(draft.host()).strip();
    if (!host.matches("[A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]+\\]")) {
      throw new BadInputException("host", host, "The name of the mail host is missing or wrong.");
    }
    String tls = draft.tls() == null ? "starttls" : draft.tls();
    if (!Set.of("none", "starttls", "tls").contains(tls)) {
      throw new BadInputException("tls", tls, "Right are none, starttls and tls.");
    }
    int port = draft.port() == null ? (tls.equals("tls") ? 465 : 587) : draft.port();
    if (port < 1 || port > LAST_PORT) {
      throw new BadInputException("port", port, "A port is a number from 1 to 65535.");
    }
    String username = Addresses.line("username", text(draft.username()).strip());
    String password = password(draft, host, username, before);
    if (password != null && tls.equals("none")) {
      throw new BadInputException(
          "tls", tls, "A password leaves only over starttls or tls, never in the clear.");
    }
    return new MailSettings(
        host,
        port,
        tls,
        username,
        password,
        Addresses.one("from", text(draft.from())),
        Addresses.line("fromName", text(draft.fromName()).strip()));
  }

  /* A kept password never follows to another host. */
  private static @Nullable String password(
      MailDraft draft, String host, String username, @Nullable MailSettings before) {
    if (username.isEmpty()) {
      return null;
    }
    String given = draft.password();
    if (given != null && !given.isEmpty()) {
      return given;
    }
    if (before == null
        || before.password() == null
        || !before.host().equals(host)
        || !before.username().equals(username)) {
      throw new BadInputException("password", null, "The user name needs its password beside it.");
    }
    return before.password();
  }

  private void keep(Scope scope, MailSettings settings) {
    String password = settings.password();
    byte[] sealed = password == null ? null : secrets.seal(scope.workspace().value(), password);
    transactions.run(
        scope,
        tx ->
            tx.sql(
                    """
                    insert into mail_setting (workspace_id, host, port, tls, username, password,
                      from_address, from_name)
                    values (:workspace, :host, :port, :tls, :username, :password, :from, :name)
                    on conflict (workspace_id) do update set host = excluded.host,
                      port = excluded.port, tls = excluded.tls, username = excluded.username,
                      password = excluded.password, from_address = excluded.from_address,
                      from_name = excluded.from_name""")
                .param("workspace", scope.workspace().value())
                .param("host", settings.host())
                .param("port", settings.port())
                .param("tls", settings.tls())
                .param("username", settings.username())
                .param("password", sealed)
                .param("from", settings.from())
                .param("name", settings.fromName())
                .update());
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}

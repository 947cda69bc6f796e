package org.wordborne.server.mailroom;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import org.wordborne.wire.WebAddress;

/// Keeps which programs are told by webhook.
@Component
class HookDesk {
  private final Transactions transactions;
  private final SecretBox secrets;
  private final Ids ids;
  private final InstantSource clock;

  HookDesk(Transactions transactions, SecretBox secrets, Ids ids, InstantSource clock) {
    this.transactions = transactions;
    this.secrets = secrets;
    this.ids = ids;
    this.clock = clock;
  }

  /// Where one goes, and what signs it.
  record Way(String url, Secret secret) {}

  /// One that was made; its secret is told this once.
  record Made(HookOutView hook, String secret) {}

  List<HookOutView> all(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select id, name, url from hook_out order by lower(name)")
                .query(
                    (row, _) ->
                        new HookOutView(
                            row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list());
  }

  HookOutView get(Scope scope, UUID id) {
    return all(scope).stream()
        .filter(hook -> hook.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("There is no webhook " + id + "."));
  }

  Optional<Way> way(Scope scope, UUID id) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select url, secret from hook_out where id = ?")
                .param(id)
                .query(
                    (row, _) ->
                        new Way(row.getString(1), Secret.of(secrets.open(id, row.getBytes(2)))))
                .optional());
  }

  Made add(Scope scope, @Nullable String givenName, @Nullable String givenUrl) {
    String name = Addresses.line("name", givenName == null ? "" : givenName.strip());
    if (name.isEmpty()) {
      throw new BadInputException("name", null, "A webhook needs a name.");
    }
    String url = url(givenUrl == null ? "" : givenUrl.strip());
    UUID id = ids.next();
    Secret secret = StandardWebhooks.newSecret();
    int written =
        transactions.in(
            scope,
            tx ->
                tx.sql(
                        """
                        insert into hook_out (workspace_id, id, name, url, secret, made_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .params(
                        scope.workspace().value(),
                        id,
                        name,
                        url,
                        secrets.seal(id, secret.reveal()),
                        Timestamp.from(clock.instant()))
                    .update());
    if (written == 0) {
      throw new ConflictException("There is a webhook " + name + " already.");
    }
    return new Made(new HookOutView(id, name, url), secret.reveal());
  }

  private static String url(String given) {
    WebAddress address = WebAddress.parse(given);
    if (address == null || !address.isHttp() || address.host().isEmpty()) {
      throw new BadInputException("url", given, "This is not an http or https address.");
    }
    if (address.hasCredentials()) {
      throw new BadInputException(
          "url", null, "A password in the address would be shown to everybody; leave it out.");
    }
    return address.href();
  }

  void remove(Scope scope, UUID id) {
    int gone =
        transactions.in(
            scope, tx -> tx.sql("delete from hook_out where id = ?").param(id).update());
    if (gone == 0) {
      throw new NotFoundException("There is no webhook " + id + ".");
    }
  }
}

package org.wordborne.server.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.channels.SourceSettings;
import org.wordborne.server.source.Source.Fault;
import org.wordborne.server.source.Source.Health;
import org.wordborne.server.source.Source.Standing;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.wire.Secret;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The sources of each workspace, as the database knows them.
@Component
public class Sources {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  private final Transactions transactions;
  private final SecretBox box;

  Sources(Transactions transactions, SecretBox box) {
    this.transactions = transactions;
    this.box = box;
  }

  /// All sources, by name.
  public List<Source> all(Scope scope) {
    return standings(scope).stream().map(Standing::source).toList();
  }

  /// The source with that id, if there is one.
  public Optional<Source> find(Scope scope, UUID id) {
    return standing(scope, id).map(Standing::source);
  }

  /// How many are deaf: a person should look.
  public long deaf(Scope scope) {
    return standings(scope).stream()
        .filter(standing -> !standing.source().paused())
        .filter(standing -> standing.health().state().equals("deaf"))
        .count();
  }

  List<Standing> standings(Scope scope) {
    return transactions.in(
        scope, tx -> tx.sql("select * from source order by lower(name)").query(this::read).list());
  }

  Optional<Standing> standing(Scope scope, UUID id) {
    return transactions.in(
        scope,
        tx -> tx.sql("select * from source where id = ?").param(id).query(this::read).optional());
  }

  /// Keeps a new source.
  ///
  /// @throws ConflictException if there is one of that name
  void add(Scope scope, Source source) {
    try {
      transactions.run(scope, tx -> insert(tx, scope, source));
    } catch (DuplicateKeyException e) {
      throw new ConflictException(
          "There is a source '" + source.name() + "' already; choose another name.");
    }
  }

  private void insert(JdbcClient tx, Scope scope, Source source) {
    var now = source.createdAt().atOffset(ZoneOffset.UTC);
    tx.sql(
            """
            insert into source (workspace_id, id, kind, name, origin, settings, secrets,
              everything, state, since, next_at, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'well', ?, ?, ?)""")
        .param(scope.workspace().value())
        .param(source.id())
        .param(source.kind())
        .param(source.name())
        .param(source.place())
        .param(JSON.writeValueAsString(source.settings().values()))
        .param(sealed(source))
        .param(source.everything())
        .param(now)
        .param(now)
        .param(now)
        .update();
  }

  /// Changes name and what is kept.
  void change(Scope scope, UUID id, String name, boolean everything) {
    try {
      changed(
          id,
          transactions.in(
              scope,
              tx ->
                  tx.sql("update source set name = ?, everything = ? where id = ?")
                      .param(name)
                      .param(everything)
                      .param(id)
                      .update()));
    } catch (DuplicateKeyException e) {
      throw new ConflictException("There is a source '" + name + "' already; choose another name.");
    }
  }

  /// Lets a source rest, or wakes it.
  void pause(Scope scope, UUID id, boolean paused, Instant now) {
    changed(
        id,
        transactions.in(
            scope,
            tx ->
                tx.sql(
                        """
                        update source set paused = ?, next_at = ?,
                          since = case when paused <> ? then ? else since end
                        where id = ?""")
                    .param(paused)
                    .param(now.atOffset(ZoneOffset.UTC))
                    .param(paused)
                    .param(now.atOffset(ZoneOffset.UTC))
                    .param(id)
                    .update()));
  }

  /// Removes a source; the mentions it brought stay.
  void remove(Scope scope, UUID id) {
    changed(
        id,
        transactions.in(scope, tx -> tx.sql("delete from source where id = ?").param(id).update()));
  }

  /// Saves how a source is; the cursor stays.
  void save(JdbcClient tx, UUID id, Health health) {
    Fault fault = health.fault();
    tx.sql(
            """
            update source set state = ?, since = ?, failures = ?, error_what = cast(? as text),
              error_since = cast(? as timestamptz), error_turn = cast(? as text), next_at = ?,
              last_heard_at = cast(? as timestamptz), last_success_at = cast(? as timestamptz)
            where id = ?""")
        .param(health.state())
        .param(utc(health.since()))
        .param(health.failures())
        .param(fault == null ? null : fault.what())
        .param(utc(fault == null ? null : fault.since()))
        .param(fault == null ? null : fault.turn())
        .param(utc(health.nextAt()))
        .param(utc(health.lastHeardAt()))
        .param(utc(health.lastSuccessAt()))
        .param(id)
        .update();
  }

  /// Saves the place up to which a source was heard, in the transaction of its posts.
  void save(JdbcClient tx, UUID id, String cursor) {
    tx.sql("update source set cursor = ? where id = ?").param(cursor).param(id).update();
  }

  static NotFoundException missing(UUID id) {
    return new NotFoundException("There is no source " + id + ".");
  }

  private static void changed(UUID id, int rows) {
    if (rows == 0) {
      throw missing(id);
    }
  }

  private byte[] sealed(Source source) {
    var plain = new LinkedHashMap<String, String>();
    source.settings().secrets().forEach((name, secret) -> plain.put(name, secret.reveal()));
    return box.seal(source.id(), JSON.writeValueAsString(plain));
  }

  private Standing read(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    var secrets = new HashMap<String, Secret>();
    JSON.readValue(box.open(id, row.getBytes("secrets")), WORDS)
        .forEach((name, secret) -> secrets.put(name, Secret.of(secret)));
    var source =
        new Source(
            id,
            row.getString("kind"),
            row.getString("name"),
            row.getString("origin"),
            new SourceSettings(JSON.readValue(row.getString("settings"), WORDS), secrets),
            row.getBoolean("everything"),
            row.getBoolean("paused"),
            instant(row, "created_at"));
    return new Standing(source, health(row), row.getString("cursor"));
  }

  private static Health health(ResultSet row) throws SQLException {
    String what = row.getString("error_what");
    Fault fault =
        what == null
            ? null
            : new Fault(what, instant(row, "error_since"), row.getString("error_turn"));
    return new Health(
        row.getString("state"),
        instant(row, "since"),
        row.getInt("failures"),
        fault,
        instant(row, "next_at"),
        maybe(row, "last_heard_at"),
        maybe(row, "last_success_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}

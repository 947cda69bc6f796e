package org.wordborne.server.topic;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.topic.TopicVersionsView.TopicVersion;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// The topics of each workspace, with all their versions.
@Component
public class Topics {
  private final Transactions transactions;
  private final Ids ids;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Topics(
      Transactions transactions, Ids ids, InstantSource clock, ApplicationEventPublisher events) {
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
  }

  /// All topics, by name.
  public List<Topic> all(Scope scope) {
    return transactions.in(
        scope, tx -> tx.sql("select * from topic order by lower(name)").query(Topics::read).list());
  }

  /// The topic with that id, if there is one.
  public Optional<Topic> find(Scope scope, UUID id) {
    return transactions.in(scope, tx -> find(tx, id));
  }

  /// Makes a topic.
  ///
  /// @throws ConflictException if there is one of that name
  public Topic create(Scope scope, TopicDraft draft) {
    var topic = topic(ids.next(), draft, 1);
    save(
        scope,
        topic,
        """
        insert into topic (name, query, never, hide, version, changed_at, workspace_id, id)
        values (?, ?, ?, ?, ?, ?, ?, ?)""");
    changed(scope);
    return topic;
  }

  /// Changes a topic; the version before is kept.
  ///
  /// @throws NotFoundException if there is none
  /// @throws ConflictException if another has that name
  public Topic change(Scope scope, UUID id, TopicDraft draft) {
    Topic saved = transactions.in(scope, tx -> changed(tx, scope, id, draft));
    changed(scope);
    return saved;
  }

  private Topic changed(JdbcClient tx, Scope scope, UUID id, TopicDraft draft) {
    int version =
        tx.sql("select version from topic where id = ? for update")
            .param(id)
            .query(Integer.class)
            .optional()
            .orElseThrow(() -> missing(id));
    var topic = topic(id, draft, version + 1);
    save(
        scope,
        topic,
        """
              update topic set name = ?, query = ?, never = ?, hide = ?, version = ?,
                changed_at = ? where workspace_id = ? and id = ?""");
    return topic;
  }

  /// Removes a topic; the mentions it brought stay.
  public void remove(Scope scope, UUID id) {
    int gone =
        transactions.in(scope, tx -> tx.sql("delete from topic where id = ?").param(id).update());
    if (gone == 0) {
      throw missing(id);
    }
    changed(scope);
  }

  /// Every version of a topic, newest first, with the names of who saved them.
  public List<TopicVersion> versions(Scope scope, UUID id, Authors authors) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select * from topic_version where topic_id = ? order by version desc")
                .param(id)
                .query((row, _) -> version(row, authors))
                .list());
  }

  /// Names a person by id; "" if unknown.
  public interface Authors {
    /// The name.
    String name(UUID person);
  }

  /// Tells whoever keeps compiled topics that they changed.
  private void changed(Scope scope) {
    events.publishEvent(new TopicSaved(scope.workspace()));
  }

  static NotFoundException missing(UUID id) {
    return new NotFoundException("There is no topic " + id + ".");
  }

  private Topic topic(UUID id, TopicDraft draft, int version) {
    return new Topic(
        id,
        draft.name().strip(),
        draft.query().strip(),
        draft.never(),
        draft.hide(),
        version,
        clock.instant());
  }

  private void save(Scope scope, Topic topic, String statement) {
    try {
      transactions.run(
          scope,
          tx -> {
            write(tx, scope, topic, statement);
            keepVersion(tx, scope, topic);
          });
    } catch (DuplicateKeyException e) {
      throw new ConflictException(
          "There is a topic '" + topic.name() + "' already; choose another name.");
    }
  }

  private static void write(JdbcClient tx, Scope scope, Topic topic, String statement) {
    tx.sql(statement)
        .param(topic.name())
        .param(topic.query())
        .param(topic.never().toArray(String[]::new))
        .param(topic.hide().toArray(String[]::new))
        .param(topic.version())
        .param(topic.changedAt().atOffset(ZoneOffset.UTC))
        .param(scope.workspace().value())
        .param(topic.id())
        .update();
  }

  private static void keepVersion(JdbcClient tx, Scope scope, Topic topic) {
    tx.sql(
            """
            insert into topic_version
              (workspace_id, topic_id, version, name, query, never, hide, person, at)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as uuid), ?)""")
        .param(scope.workspace().value())
        .param(topic.id())
        .param(topic.version())
        .param(topic.name())
        .param(topic.query())
        .param(topic.never().toArray(String[]::new))
        .param(topic.hide().toArray(String[]::new))
        .param(scope.person())
        .param(topic.changedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Optional<Topic> find(JdbcClient tx, UUID id) {
    return tx.sql("select * from topic where id = ?").param(id).query(Topics::read).optional();
  }

  private static Topic read(ResultSet row, int number) throws SQLException {
    return new Topic(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("query"),
        words(row.getArray("never")),
        words(row.getArray("hide")),
        row.getInt("version"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static TopicVersion version(ResultSet row, Authors authors) throws SQLException {
    UUID person = row.getObject("person", UUID.class);
    return new TopicVersion(
        row.getInt("version"),
        row.getString("name"),
        row.getString("query"),
        words(row.getArray("never")),
        words(row.getArray("hide")),
        person == null ? "" : authors.name(person),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static List<String> words(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}

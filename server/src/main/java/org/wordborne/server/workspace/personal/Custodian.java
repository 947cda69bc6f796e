package org.wordborne.server.workspace.personal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.workspace.Scope;

/// Answers for what a module keeps of people: it is told, handed out and erased here.
public interface Custodian extends DataMapped {

  /// Hands out what is kept of somebody.
  void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out);

  /// Ids of its rows that tell of somebody: what people did to them is noted in the book of acts,
  /// and leaves it with them.
  default Collection<UUID> rows(Scope scope, JdbcClient tx, Subject subject) {
    return List.of();
  }

  /// Does what can only be done while the words of somebody still stand: a title that was made of
  /// them is found by them. Done again it changes nothing.
  default void prepare(Scope scope, JdbcClient tx, Subject subject) {}

  /// Erases what is kept of somebody, after their words were taken back and every follower has
  /// seen it. Done again it changes nothing.
  void erase(Scope scope, JdbcClient tx, Subject subject);

  /// Every mail address of people outside that it keeps, opened: by them an old backup is searched
  /// for who was forgotten since.
  default List<String> mails(Scope scope, JdbcClient tx) {
    return List.of();
  }

  /// Erases what it keeps of words whose time is over. Figures that name nobody stay.
  /// People and the words themselves go last.
  default void retire(Scope scope, JdbcClient tx, RetiredWords words) {}
}

package org.wordborne.server.mailroom;

import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.personal.Custodian;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.ExportRows;
import org.wordborne.server.workspace.personal.ExportSink;
import org.wordborne.server.workspace.personal.NamesTaken;
import org.wordborne.server.workspace.personal.RetiredWords;
import org.wordborne.server.workspace.personal.Subject;

/// What programs were told of people: mostly ids, in an alarm the word it began with.
@Component
final class HookCustodian implements Custodian {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /// These say that somebody is to be forgotten: they leave after they were.
  private static final Set<String> STAYS =
      Set.of(HookKind.WORD_REMOVED.type(), HookKind.PERSON_ERASED.type());

  private final SecretBox secrets;

  HookCustodian(SecretBox secrets) {
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return "webhooks";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "what programs were told, closed; what they answered, its first 300 characters",
                "delivery.answer",
                "hook_happening.data")
            .serves("to tell programs of the company what happened, and to send it again", INTEREST)
            .seenBy("manage")
            .kept("30 days")
            .leavesTo("the addresses that managers named")
            .erasedBy("webhooks"),
        notPersonal("which kind of thing happened", "hook_happening.kind"));
  }

  @Override
  public void export(Scope scope, JdbcClient tx, Subject subject, ExportSink out) {
    ExportRows.hand(
        tx.sql(
                """
                select id, to_text, subject, made_at, sent_at, state from delivery
                where id = any(?) order by made_at""")
            .param(telling(tx, "%", test(subject))),
        "webhook",
        out);
  }

  @Override
  public void erase(Scope scope, JdbcClient tx, Subject subject) {
    erase(tx, test(subject));
  }

  @Override
  public void retire(Scope scope, JdbcClient tx, RetiredWords words) {
    tx.sql("delete from delivery where kind = 'hook' and about = any(?)")
        .param(words.ids())
        .update();
    var tells = test(words.mentions().stream().map(UUID::toString).toList());
    tx.sql("delete from delivery where id = any(?)").param(telling(tx, "alarm.%", tells)).update();
  }

  private void erase(JdbcClient tx, Predicate<String> tells) {
    tx.sql("delete from delivery where id = any(?)").param(telling(tx, "%", tells)).update();
    UUID[] happened =
        tx
            .sql("select id, kind, data from hook_happening")
            .query(
                (row, _) ->
                    new Told(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
            .list()
            .stream()
            .filter(told -> !STAYS.contains(told.type()) && tells.test(told.text()))
            .map(Told::id)
            .toArray(UUID[]::new);
    tx.sql("delete from hook_happening where id = any(?)").param(happened).update();
  }

  private record Told(UUID id, String type, String text) {}

  private UUID[] telling(JdbcClient tx, String types, Predicate<String> tells) {
    try (Stream<Told> all =
        tx
            .sql(
                """
                select id, subject, body, answer from delivery
                where kind = 'hook' and subject like ?""")
            .param(types)
            .query(
                (row, _) ->
                    new Told(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        opened(row.getObject(1, UUID.class), row.getBytes(3))
                            + "\n"
                            + row.getString(4)))
            .stream()) {
      return all.filter(told -> !STAYS.contains(told.type()) && tells.test(told.text()))
          .map(Told::id)
          .toArray(UUID[]::new);
    }
  }

  /* Closed with a key that is gone, or told before bodies were kept: it says nothing. */
  private String opened(UUID id, byte[] body) {
    try {
      return body.length == 0 ? "" : secrets.open(id, body);
    } catch (IllegalStateException lost) {
      return "";
    }
  }

  private static Predicate<String> test(Subject subject) {
    var ids =
        Stream.of(
                Arrays.stream(subject.wordIds()),
                subject.persons().stream(),
                Arrays.stream(subject.handleIds()),
                subject.rows().stream())
            .flatMap(all -> all)
            .map(UUID::toString)
            .toList();
    return test(ids).or(NamesTaken.of(subject)::areIn);
  }

  private static Predicate<String> test(List<String> ids) {
    var known = new HashSet<>(ids);
    return text ->
        ID.matcher(text.toLowerCase(Locale.ROOT))
            .results()
            .anyMatch(id -> known.contains(id.group()));
  }
}

package org.wordborne.server.workspace.personal;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Who is not to be written to. Whatever leaves for one person asks here last, before it goes.
@Component
public class DoNotContact {
  /// What every refusal says.
  public static final String REFUSED = "They asked not to be written to.";

  private static final Pattern NAMED = Pattern.compile("(?U)(?<![\\w@])@([\\w][\\w.\\-]*\\w|\\w)");

  private final Transactions transactions;
  private final PersonMarks marks;
  private final ForgottenLog log;
  private final Ids ids;
  private final InstantSource clock;

  DoNotContact(
      Transactions transactions,
      PersonMarks marks,
      ForgottenLog log,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.marks = marks;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /// Somebody on the list.
  ///
  /// @param label what they were called; "" once they are forgotten
  public record BlockedPerson(
      UUID id, String label, String reason, @Nullable UUID person, String by, Instant at) {}

  /// Whom to put on it.
  ///
  /// @param handles what they are on networks
  /// @param names what posts call them
  /// @param mailboxes addresses, without what their providers ignore
  public record Whom(
      String label,
      @Nullable UUID person,
      Collection<UUID> handles,
      Collection<String> names,
      Collection<String> mailboxes) {}

  /// Whether nobody may write to this name on a network.
  public boolean isBlocked(Scope scope, UUID handle) {
    return isAny(scope, Set.of(marks.handle(scope.workspace(), handle)));
  }

  /// Those of `handles` to whom nobody may write.
  public Set<UUID> among(Scope scope, Collection<UUID> handles) {
    var byMark =
        handles.stream()
            .distinct()
            .collect(Collectors.toMap(handle -> marks.handle(scope.workspace(), handle), id -> id));
    return known(scope, byMark.keySet()).stream().map(byMark::get).collect(Collectors.toSet());
  }

  /// Whether nobody may write to this address.
  public boolean isMailBlocked(Scope scope, String mailbox) {
    return isAny(scope, Set.of(marks.mail(scope.workspace(), mailbox)));
  }

  /// The first name in a text that is called by its `@` and may not be; null where none is.
  public @Nullable String namedIn(Scope scope, String text) {
    List<String> named = NAMED.matcher(text).results().map(DoNotContact::name).toList();
    var blocked =
        known(
            scope,
            named.stream()
                .flatMap(DoNotContact::spellings)
                .map(name -> marks.name(scope.workspace(), name))
                .collect(Collectors.toSet()));
    return named.stream()
        .filter(
            name ->
                spellings(name)
                    .anyMatch(way -> blocked.contains(marks.name(scope.workspace(), way))))
        .findFirst()
        .orElse(null);
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }

  /* "@anna.schmidt" may be called Anna Schmidt there. */
  private static Stream<String> spellings(String name) {
    return Stream.of(name, name.replaceAll("[._\\-]+", " ")).distinct();
  }

  private boolean isAny(Scope scope, Set<String> asked) {
    return !known(scope, asked).isEmpty();
  }

  private Set<String> known(Scope scope, Set<String> asked) {
    if (asked.isEmpty()) {
      return Set.of();
    }
    return transactions.in(
        scope,
        tx ->
            new HashSet<>(
                tx.sql("select mark from contact_block_mark where mark = any(?)")
                    .param(asked.toArray(String[]::new))
                    .query(String.class)
                    .list()));
  }

  /// Everybody on the list, the newest first.
  public List<BlockedPerson> all(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select * from contact_block order by at desc, id")
                .query(
                    (row, _) ->
                        new BlockedPerson(
                            row.getObject("id", UUID.class),
                            row.getString("label"),
                            row.getString("reason"),
                            row.getObject("person_id", UUID.class),
                            row.getString("by_name"),
                            row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /// Puts somebody on the list.
  public UUID block(SignedIn by, Whom whom, String reason) {
    Scope scope = by.scope();
    var blocked =
        new BlockedPerson(
            ids.next(), whom.label(), reason, whom.person(), by.name(), clock.instant());
    Set<String> known = marks(scope, whom).collect(Collectors.toSet());
    transactions.run(scope, tx -> insert(tx, scope, blocked, known));
    log.append(ForgottenLog.Line.blocks(scope.workspace(), blocked.id(), known, blocked.at()));
    return blocked.id();
  }

  private static void insert(JdbcClient tx, Scope scope, BlockedPerson blocked, Set<String> known) {
    tx.sql(
            """
            insert into contact_block (workspace_id, id, label, reason, person_id, by_name, at)
            values (?, ?, ?, ?, cast(? as uuid), ?, ?) on conflict do nothing""")
        .params(scope.workspace().value(), blocked.id(), blocked.label(), blocked.reason())
        .param(blocked.person())
        .params(blocked.by(), Timestamp.from(blocked.at()))
        .update();
    known.forEach(
        mark ->
            tx.sql(
                    """
                    insert into contact_block_mark (workspace_id, mark, block_id)
                    values (?, ?, ?) on conflict do nothing""")
                .params(scope.workspace().value(), mark, blocked.id())
                .update());
  }

  /// Brings the list and the log of marks into line: what a backup did not know comes back, and
  /// what a stop kept from the log is written there.
  public void reconcile(Scope scope, List<ForgottenLog.Line> logged) {
    var standing = ForgottenLog.standingBlocks(logged);
    transactions.run(
        scope,
        tx ->
            standing.forEach(
                (id, lines) -> {
                  var back = new BlockedPerson(id, "", "", null, "", lines.getFirst().at());
                  insert(tx, scope, back, marks(lines));
                }));
    var told = ForgottenLog.everBlocked(logged);
    transactions
        .in(scope, tx -> kept(tx))
        .forEach(
            (id, known) -> {
              if (!told.contains(id)) {
                log.append(ForgottenLog.Line.blocks(scope.workspace(), id, known, clock.instant()));
              }
            });
  }

  private static Set<String> marks(List<ForgottenLog.Line> lines) {
    return lines.stream().map(ForgottenLog.Line::mark).collect(Collectors.toSet());
  }

  private static java.util.Map<UUID, Set<String>> kept(JdbcClient tx) {
    var kept = new java.util.HashMap<UUID, Set<String>>();
    tx.sql("select block_id, mark from contact_block_mark")
        .query(
            row -> {
              kept.computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashSet<>())
                  .add(row.getString(2));
            });
    return kept;
  }

  private Stream<String> marks(Scope scope, Whom whom) {
    var workspace = scope.workspace();
    return Stream.of(
            whom.handles().stream().map(handle -> marks.handle(workspace, handle)),
            whom.names().stream()
                .filter(name -> !name.isBlank())
                .map(name -> marks.name(workspace, name)),
            whom.mailboxes().stream().map(mailbox -> marks.mail(workspace, mailbox)))
        .flatMap(all -> all)
        .distinct();
  }

  /// Takes somebody off the list.
  public void unblock(Scope scope, UUID id) {
    int gone =
        transactions.in(
            scope, tx -> tx.sql("delete from contact_block where id = ?").param(id).update());
    if (gone == 0) {
      throw new NotFoundException("Nobody stands on the list as " + id + ".");
    }
    log.append(List.of(ForgottenLog.Line.unblock(scope.workspace(), id, clock.instant())));
  }

  /// Forgets what those who are known by `known` were called; they stay on the list.
  public void unname(JdbcClient tx, Collection<String> known) {
    tx.sql(
            """
            update contact_block set label = '', reason = '', person_id = null
            where id in (select block_id from contact_block_mark where mark = any(?))
              and (label <> '' or reason <> '' or person_id is not null)""")
        .param(known.toArray(String[]::new))
        .update();
  }
}

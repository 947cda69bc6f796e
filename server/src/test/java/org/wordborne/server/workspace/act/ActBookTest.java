package org.wordborne.server.workspace.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.SchemaOwner;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.personal.NamesTaken;

/// An act and its line stand or fall together, and nobody changes the book unseen.
class ActBookTest {
  private final Scope scope = ServerFixture.freshScope();
  private final ActBook book = ServerFixture.bean(ActBook.class);

  @Test
  void act_oneTransaction_writesWhoDidWhatToWhich() throws Exception {
    Act act = act("topics.change");
    UUID id = during(act, () -> statement("fair prices"));

    ActLine line = lines().getFirst();
    assertThat(line.id()).isEqualTo(act.id());
    assertThat(line.byName()).isEqualTo("Ines");
    assertThat(line.deed()).isEqualTo("topics.change");
    assertThat(line.about()).isEqualTo(id);
    assertThat(line.changes()).isEqualTo(1);
    assertThat(noted()).singleElement().asString().contains("fair prices");
  }

  @Test
  void act_threeTransactions_sayOnceAndThenOnlyWhatChanged() throws Exception {
    during(
        act("a.b"),
        () -> {
          statement("one");
          journalOnly();
          return statement("two");
        });

    assertThat(lines()).extracting(ActLine::step).containsExactly(1, 2);
    assertThat(book.firstBroken(scope)).isEmpty();
  }

  @Test
  void act_thatOnlyReads_leavesNoLine() throws Exception {
    during(act("a.b"), this::noted);

    assertThat(lines()).isEmpty();
  }

  @Test
  void act_thatIsRolledBack_leavesNoLineAndItsNextTransactionIsTheFirst() throws Exception {
    during(
        act("a.b"),
        () -> {
          assertThatThrownBy(
                  () ->
                      ServerFixture.transactions()
                          .run(
                              scope,
                              _ -> {
                                statement("gone"); // joins
                                throw new IllegalStateException("no");
                              }))
              .isInstanceOf(IllegalStateException.class);
          return statement("kept");
        });

    assertThat(lines()).extracting(ActLine::step).containsExactly(1);
    assertThat(noted()).singleElement().asString().contains("kept");
  }

  @Test
  void write_withoutAnAct_notesNothing() {
    statement("by the program");

    assertThat(lines()).isEmpty();
    assertThat(noted()).isEmpty();
  }

  @Test
  void act_onSixHundredRows_keepsFiveHundredAndCountsAll() throws Exception {
    during(
        act("a.b"),
        () ->
            ServerFixture.transactions()
                .in(
                    scope,
                    tx ->
                        tx.sql(
                                "insert into past_campaign (workspace_id, id, name, from_day,"
                                    + " to_day, topics, spent_minor, currency, minutes) select ?,"
                                    + " gen_random_uuid(), 'n', '2026-01-01', '2026-01-02', '{}',"
                                    + " 0, 'EUR', 0 from generate_series(1, 600)")
                            .param(scope.workspace().value())
                            .update()));

    assertThat(lines().getFirst().changes()).isEqualTo(600);
    assertThat(noted()).hasSize(500);
    assertThat(book.firstBroken(scope)).isEmpty();
  }

  @Test
  void write_fiftyActsAtOnce_numberWithoutGap() {
    IntStream.range(0, 50).parallel().forEach(i -> quietly(() -> statement("n" + i)));

    assertThat(lines())
        .extracting(ActLine::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(i -> (long) i).toList());
    assertThat(book.firstBroken(scope)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update act_line set by_name = 'Otto' where number = 2",
        "update act_line set at = at + interval '1 second' where number = 2",
        "delete from act_line where number = 2",
        "delete from act_line where number = 3",
        "delete from act_head",
        "update act_head set number = 2, hash = (select hash from act_line where number = 2)",
        "update act_change set after = '{\"text\": \"other\"}' where act = (select id from act_line"
            + " where number = 2)",
        "delete from act_change where act = (select id from act_line where number = 2)",
        "update act_change set before = null, after = null, salt = null, erased_by ="
            + " gen_random_uuid() where act = (select id from act_line where number = 2)",
        "insert into act_change (workspace_id, act, step, number, thing, row_id, op, label, hidden,"
            + " digest) select workspace_id, gen_random_uuid(), 1, 1, 'x', '', 'insert', '', '{}',"
            + " '' from act_head",
        "insert into act_line select workspace_id, 4, gen_random_uuid(), step, at, by_id, by_name,"
            + " role, way, deed, outcome, about, changes, digest, facts, hash, hash, seal from"
            + " act_line where number = 3",
      })
  void firstBroken_ownerOfTheDatabaseTampers_isFound(String tampering) {
    threeActs();
    assertThat(book.firstBroken(scope)).isEmpty();

    asOwner(tampering);

    assertThat(book.firstBroken(scope)).isPresent();
  }

  @Test
  void change_aLineByTheServingRole_isRefusedByTheDatabase() {
    threeActs();

    assertThatThrownBy(() -> sql("update act_line set by_name = 'Otto'"))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(() -> sql("delete from act_line"))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void forget_oneOfThree_takesTheWordsAndKeepsTheChain() {
    threeActs();

    int erased = forget(named("N_MBER 1")) + forget(named("Number 1"));

    assertThat(erased).isEqualTo(1);
    assertThat(noted()).noneMatch(change -> change.contains("number 1"));
    assertThat(book.firstBroken(scope)).isEmpty();
    assertThat(lines().getLast().facts()).containsEntry("erased", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "name", "minutes", "EUR", "insert", "0"})
  void forget_nameThatIsAWordOfTheBook_takesNothing(String hostile) {
    threeActs();
    List<String> before = noted();

    assertThat(forget(named(hostile))).isZero();
    assertThat(noted()).isEqualTo(before);
  }

  @Test
  void forget_nameThatJsonEscapes_isFound() {
    quietly(() -> statement("Ask Zoë \"Bo\" \\Lind, then answer"));

    assertThat(forget(named("Zoë \"Bo\" \\Lind"))).isEqualTo(1);
    assertThat(noted()).singleElement().asString().contains("Ask …, then answer");
    assertThat(book.firstBroken(scope)).isEmpty();
  }

  @Test
  void forget_secondPersonOfOneChange_keepsTheChain() {
    quietly(() -> statement("Ask Anna Lind and Ben Oak"));

    int first = forget(named("Anna Lind"));
    int second = forget(named("Ben Oak"));

    assertThat(List.of(first, second)).containsExactly(1, 0);
    assertThat(noted()).singleElement().asString().contains("Ask … and …");
    assertThat(book.firstBroken(scope)).isEmpty();
  }

  private static ActBook.Matcher named(String name) {
    return new ActBook.Matcher(Set.of(), NamesTaken.of(List.of(name)));
  }

  private int forget(ActBook.Matcher whom) {
    return ServerFixture.transactions().in(scope, tx -> book.forget(scope, tx, whom));
  }

  @Test
  void write_bytheProgram_isALineWithoutAPerson() {
    ServerFixture.transactions()
        .run(scope, tx -> book.write(scope, tx, "backup.made", null, Map.of("rows", "3")));

    ActLine line = lines().getFirst();
    assertThat(line.way()).isEqualTo(ActWay.PROGRAM);
    assertThat(line.facts()).containsEntry("rows", "3");
    assertThat(book.firstBroken(scope)).isEmpty();
  }

  @Test
  void act_onAnAccountOutsideOfWorkspaces_isALineWithoutRows() throws Exception {
    during(
        act("security.endOtherSessions"),
        () ->
            ServerFixture.transactions()
                .outside(
                    tx ->
                        tx.sql("insert into server_setting (name, value) values (?, 'test')")
                            .param(UUID.randomUUID().toString())
                            .update()));

    assertThat(lines()).extracting(ActLine::deed).containsExactly("security.endOtherSessions");
    assertThat(noted()).isEmpty();
    assertThat(book.firstBroken(scope)).isEmpty();
  }

  @Test
  void refused_oneWhoMayNot_isALineOfItsOwn() {
    Act act = act("topics.remove");

    book.refused(act.who(), act);

    assertThat(lines()).singleElement().matches(ActLine::refused);
  }

  @Test
  void tables_eachNotesOrSaysWhyNot() {
    JdbcClient app = ServerFixture.bean(JdbcClient.class);
    String tables =
        "select relname from pg_class c where relkind in ('r', 'p') and not relispartition"
            + " and relnamespace = 'public'::regnamespace and ";
    String noted = "exists (select 1 from pg_trigger where tgrelid = c.oid and tgname = 'noted')";
    List<String> silent = app.sql(tables + "not " + noted).query(String.class).list();

    assertThat(silent).containsExactlyInAnyOrderElementsOf(ActTables.leftOut().keySet());
    assertThat(app.sql(tables + noted).query(String.class).list())
        .contains("topic", "source", "conversation", "reply", "campaign", "member", "mail_setting");
  }

  private void threeActs() {
    IntStream.rangeClosed(1, 3).forEach(i -> quietly(() -> statement("number " + i)));
  }

  private void quietly(java.util.concurrent.Callable<?> work) {
    try {
      during(act("strategy.state"), work);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Act act(String deed) {
    var act =
        new Act(
            ServerFixture.bean(Ids.class).next(),
            new SignedIn(null, scope.workspace(), "Ines", "owner"),
            ActWay.SESSION);
    act.named(deed, null);
    return act;
  }

  private static <T> T during(Act act, java.util.concurrent.Callable<T> work) throws Exception {
    return act.during(work);
  }

  private UUID statement(String text) {
    UUID id = UUID.randomUUID();
    ServerFixture.transactions()
        .run(
            scope,
            tx ->
                tx.sql(
                        "insert into past_campaign (workspace_id, id, name, from_day, to_day,"
                            + " topics, spent_minor, currency, minutes) values (?, ?, ?,"
                            + " '2026-01-01', '2026-01-02', '{}', 0, 'EUR', 0)")
                    .params(scope.workspace().value(), id, text)
                    .update());
    return id;
  }

  private void journalOnly() {
    ServerFixture.transactions()
        .run(scope, tx -> tx.sql("insert into source_hour select * from source_hour").update());
  }

  private List<ActLine> lines() {
    return ServerFixture.transactions()
        .in(
            scope,
            tx -> tx.sql("select * from act_line order by number").query(ActLine::of).list());
  }

  private List<String> noted() {
    return ServerFixture.transactions()
        .in(
            scope,
            tx ->
                tx.sql("select coalesce(after::text, '') from act_change order by act, number")
                    .query(String.class)
                    .list());
  }

  private void sql(String change) {
    ServerFixture.transactions().run(scope, tx -> tx.sql(change).update());
  }

  private void asOwner(String change) {
    ServerFixture.bean(SchemaOwner.class)
        .change(
            owner -> {
              owner
                  .sql("select set_config('wordborne.workspace', ?, true)")
                  .param(scope.workspace().toString())
                  .query(String.class)
                  .single();
              assertThat(owner.sql(change).update()).isPositive();
            });
  }
}

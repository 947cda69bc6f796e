package org.wordborne.server.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.PageAddress;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Letters about decisions whose day has come, some of which nobody can write.
class DueDecisionsTest {
  private static final Instant DECIDED = Instant.parse("2026-03-01T10:00:00Z");

  private final Scope scope = ServerFixture.freshScope();
  private final Transactions transactions = ServerFixture.bean(Transactions.class);
  private final DueDecisions due =
      new DueDecisions(
          transactions,
          ServerFixture.bean(Mailroom.class),
          ServerFixture.bean(Members.class),
          ServerFixture.bean(PageAddress.class),
          () -> DECIDED.plus(Duration.ofDays(40)));

  @BeforeEach
  void mailLeaves() {
    transactions.run(
        scope,
        tx ->
            tx.sql(
                    """
                    insert into mail_setting (workspace_id, host, port, tls, username,
                      from_address, from_name)
                    values (?, 'localhost', 9, 'none', '', 'us@lantern.example', '')""")
                .param(scope.workspace().value())
                .update());
  }

  @Test
  void tell_firstOwnerCannotBeWrittenTo_tellsTheOtherAndShowsTheRefusal() {
    decided("Beans", member("b..d"), 10);
    decided("Scooters", member("fit"), 20);

    due.tell(scope);
    due.tell(scope);

    assertThat(letters("waiting")).containsExactly("To be looked at again: Scooters");
    assertThat(letters("refused")).containsExactly("To be looked at again: Beans");
  }

  @Test
  void tell_nameOfTheThemeHoldsABreak_isWrittenOnOneLine() {
    decided("Beans\r\nBcc: all", member("ruth"), 10);

    due.tell(scope);

    assertThat(letters("waiting")).containsExactly("To be looked at again: Beans Bcc: all");
  }

  @Test
  void theme_nameOrQueryHoldsControls_isKeptWithoutThem() {
    var draft = new ThemeDraft("Beans\r\nand\0rats", "beans\0", null, null);

    var theme = StrategyInput.theme(draft, UUID.randomUUID(), "Ines", DECIDED);

    assertThat(theme).extracting("name", "query").containsExactly("Beans and rats", "beans");
  }

  private UUID member(String name) {
    UUID id = UUID.randomUUID();
    transactions.run(
        scope,
        tx -> {
          tx.sql("insert into account (id, email, name, created_at) values (?, ?, ?, now())")
              .params(id, name + "@" + id + ".example", name)
              .update();
          tx.sql(
                  """
                  insert into member (workspace_id, account_id, role, joined_at)
                  values (?, ?, 'owner', now())""")
              .params(scope.workspace().value(), id)
              .update();
        });
    return id;
  }

  private void decided(String theme, UUID owner, int days) {
    LocalDate again = LocalDate.ofInstant(DECIDED, ZoneOffset.UTC).plusDays(days);
    var decision =
        new Decision(
            UUID.randomUUID(),
            UUID.randomUUID(),
            theme,
            "fits",
            "yes",
            "They ask for it.",
            "",
            owner,
            "Ines",
            DECIDED,
            again,
            false);
    transactions.run(scope, tx -> DecisionBook.add(tx, scope, decision));
  }

  private List<String> letters(String state) {
    return transactions.in(
        scope,
        tx ->
            tx.sql("select subject from delivery where state = ? order by id")
                .param(state)
                .query(String.class)
                .list());
  }
}

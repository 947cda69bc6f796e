package org.wordborne.server.workspace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.WorkspaceId;

class RoleTest {
  private static final WorkspaceId SOMEWHERE = new WorkspaceId(new UUID(1, 2));

  /* The table as users are told it, in docs/use.md. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "owner, see read export answer listen campaign approve manage audit privacy own",
    "manager, see read export answer listen campaign approve manage audit privacy",
    "responder, see read export answer",
    "analyst, see read export listen",
    "client, see",
  })
  void permissions_ofARole_areTheToldOnes(String role, String told) {
    String given =
        Role.of(role).orElseThrow().permissions().stream()
            .map(Permission::word)
            .collect(Collectors.joining(" "));

    assertThat(given.split(" ")).containsExactlyInAnyOrder(told.split(" "));
  }

  @Test
  void permissions_ofAllRoles_leaveTheServerToItsOperator() {
    assertThat(Stream.of(Role.values()).flatMap(role -> role.permissions().stream()))
        .doesNotContain(Permission.SERVER);
  }

  @Test
  void permissions_ofTheProgramsOwnDoings_areNone() {
    assertThat(new SignedIn(null, SOMEWHERE, "clock", "program").permissions()).isEmpty();
  }

  @Test
  void demand_ofWhatTheRoleLacks_namesIt() {
    var analyst = new SignedIn(null, SOMEWHERE, "Ada", "analyst");

    assertThatThrownBy(() -> analyst.demand(Permission.ANSWER))
        .isInstanceOf(ForbiddenException.class)
        .hasMessage("your role analyst may not do that: it needs answer");
  }
}

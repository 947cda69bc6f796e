package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers;
import org.wordborne.server.workspace.account.Browsers.Browser;

/// The one queue across clients: only of those where one may answer.
class AllClientsTest {
  private static final String ALL = "/api/v1/all/conversations";

  @Test
  void all_ofSomebodyInThree_showsThoseWhereTheyAnswer() {
    WorkspaceId harbour = Browsers.workspace("Harbour");
    WorkspaceId mill = Browsers.workspace("Mill");
    WorkspaceId seen = Browsers.workspace("Seen only");
    WorkspaceId foreign = Browsers.workspace("Foreign");
    for (WorkspaceId one : List.of(harbour, mill, seen, foreign)) {
      open(one);
    }
    Browser ada = Browsers.member(harbour, Role.RESPONDER);
    Browsers.join(ada, mill, Role.MANAGER);
    Browsers.join(ada, seen, Role.ANALYST);

    var view = ada.get(ALL).json();

    assertThat(view.path("clients").valueStream().map(one -> one.path("name").asString()))
        .containsExactlyInAnyOrder("Harbour", "Mill");
    assertThat(view.path("clients").valueStream().map(one -> one.path("open").asInt()))
        .containsOnly(1);
    assertThat(view.path("rows").valueStream().map(one -> one.path("workspace").asString()))
        .isSubsetOf(harbour.toString(), mill.toString());
  }

  @Test
  void all_byAToken_isRefused() {
    assertThat(ServerFixture.get(ALL).status()).isEqualTo(403);
  }

  private static void open(WorkspaceId place) {
    UUID id = UUID.randomUUID();
    ServerFixture.transactions()
        .run(
            Scope.of(place),
            jdbc ->
                jdbc.sql(
                        """
                        insert into conversation (workspace_id, id, thread_id, title, title_mention,
                          opener_mention, state, rank, reasons, waits_since, audience, last_at)
                        values (?, ?, ?, 'a word', ?, ?, 'open', 1, '[]', now(), 1, now())
                        """)
                    .params(place.value(), id, id, id, id)
                    .update());
  }
}

package org.wordborne.server.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.account.Memberships;
import org.wordborne.server.workspace.account.RequestCredentials;

/// What waits in all workspaces in which one may answer, as one queue. Each workspace is asked by
/// itself, behind its own wall and as if its own page had asked; only the lines are laid together.
/// A sample is none of them.
@RestController
class AllClientsController {
  private static final int MOST_EACH = 50;
  private static final int MOST = 200;
  private final Conversations conversations;
  private final Memberships memberships;
  private final Workspaces workspaces;
  private final RequestCredentials credentials;

  AllClientsController(
      Conversations conversations,
      Memberships memberships,
      Workspaces workspaces,
      RequestCredentials credentials) {
    this.conversations = conversations;
    this.memberships = memberships;
    this.workspaces = workspaces;
    this.credentials = credentials;
  }

  /// A client's workspace in the queue.
  ///
  /// @param prefix what stands before the paths of its pages
  /// @param accent its colour; null for none
  /// @param open how many conversations are open there
  record ClientView(UUID id, String prefix, String name, @Nullable String accent, long open) {}

  record ClientRow(UUID workspace, ConversationRow row) {}

  /// @param rows the most needed first, of each workspace at most 50
  record AllClientsView(List<ClientView> clients, List<ClientRow> rows) {}

  @GetMapping("/api/v1/all/conversations")
  @Needs(Permission.SEE)
  AllClientsView all(SignedIn who, HttpServletRequest request) {
    UUID person = who.person();
    if (person == null || RequestCredentials.showsToken(request)) {
      throw new ForbiddenException("a token is good in one workspace; sign in with a browser");
    }
    List<SignedIn> answering =
        memberships.of(person).stream()
            .map(membership -> in(request, membership.workspace()))
            .flatMap(Optional::stream)
            .filter(there -> there.may(Permission.ANSWER))
            .filter(there -> !workspaces.look(there.scope()).sample())
            .toList();
    return new AllClientsView(
        answering.stream().map(this::client).toList(),
        answering.stream()
            .flatMap(this::rows)
            .sorted(Comparator.comparingDouble((ClientRow one) -> one.row().needScore()).reversed())
            .limit(MOST)
            .toList());
  }

  private Optional<SignedIn> in(HttpServletRequest request, WorkspaceId workspace) {
    return credentials.in(request, workspace);
  }

  private ClientView client(SignedIn there) {
    Workspaces.Look look = workspaces.look(there.scope());
    return new ClientView(
        there.workspace().value(),
        workspaces.pagePrefix(there.workspace()),
        look.name(),
        look.accent(),
        conversations.counts(there.scope()).open());
  }

  private Stream<ClientRow> rows(SignedIn there) {
    return conversations.first(there.scope(), MOST_EACH).stream()
        .map(row -> new ClientRow(there.workspace().value(), row));
  }
}

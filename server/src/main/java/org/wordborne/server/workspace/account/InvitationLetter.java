package org.wordborne.server.workspace.account;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Letters;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

/// The letter by which an invitation goes to somebody.
@Component
class InvitationLetter {
  private static final String TEXT_EN =
      """
      You are invited to work in "%s" on Wordborne. Open this address to accept:

      %s

      It is good once and for seven days.
      """;
  private static final String TEXT_DE =
      """
      Sie sind eingeladen, in „%s“ auf Wordborne mitzuarbeiten. Öffnen Sie diese Adresse, um
      anzunehmen:

      %s

      Sie gilt einmal und sieben Tage lang.
      """;
  private final Workspaces workspaces;
  private final Letters letters;

  InvitationLetter(Workspaces workspaces, Letters letters) {
    this.workspaces = workspaces;
    this.letters = letters;
  }

  /// Sends it within the transaction that makes the invitation.
  ///
  /// @param language `en` or `de`
  /// @throws ConflictException if the workspace has no mail
  void send(Scope scope, UUID invitation, String email, String language, String link) {
    if (!letters.ready(scope)) {
      throw new ConflictException(
          "Nobody said yet how mail leaves: set it up, or invite by a link.");
    }
    boolean german = language.equals("de");
    String name = workspaces.name(scope).replaceAll("\\p{Cntrl}+", " ");
    letters.send(
        scope,
        "invitation-" + invitation + "-" + Integer.toHexString(link.hashCode()),
        email,
        (german ? "Einladung zu %s" : "An invitation to %s").formatted(name),
        (german ? TEXT_DE : TEXT_EN).formatted(name, link));
  }
}

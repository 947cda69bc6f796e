package org.wordborne.server.workspace.account;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Letters;
import org.wordborne.server.workspace.Member;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Invitations.InvitationMade;
import org.wordborne.server.workspace.account.Invitations.InvitationView;

/// Who works in this workspace, and who is invited to.
@RestController
@RequestMapping("/api/v1")
class MembersController {
  private final Accounts accounts;
  private final Members members;
  private final MemberDesk desk;
  private final Invitations invitations;
  private final Letters letters;

  MembersController(
      Accounts accounts,
      Members members,
      MemberDesk desk,
      Invitations invitations,
      Letters letters) {
    this.accounts = accounts;
    this.members = members;
    this.desk = desk;
    this.invitations = invitations;
    this.letters = letters;
  }

  record MembersView(List<Member> members) {}

  record MemberWanted(
      @Nullable String email,
      @Nullable String password,
      @Nullable String name,
      @Nullable String role) {
    @Override
    public String toString() {
      return "member wanted";
    }
  }

  record MemberChange(@Nullable String role, @Nullable Boolean suspended) {}

  /// @param mail whether invitations can be sent by mail
  record InvitationsView(List<InvitationView> invitations, boolean mail) {}

  /// @param email null for a link that whoever holds it may use
  /// @param language of the mail, `en` or `de`
  record InvitationWanted(
      @Nullable String role, @Nullable String email, @Nullable String language) {}

  @GetMapping("/members")
  @Needs(Permission.READ)
  MembersView members(SignedIn who) {
    return new MembersView(members.all(who.scope()));
  }

  /* Whoever sets a password for somebody else's address runs the server; all others invite. */
  @PostMapping("/members")
  @Needs(Permission.SERVER)
  @ResponseStatus(HttpStatus.CREATED)
  Member addMember(@RequestBody MemberWanted wanted, SignedIn who) {
    NewAccount account = NewAccount.of(wanted.email(), wanted.name(), wanted.password());
    Role role = role(wanted.role());
    UUID id =
        role == Role.OWNER
            ? accounts.addOwner(who.workspace(), account)
            : accounts.add(who.workspace(), account, role);
    return members.find(who.scope(), id).orElseThrow();
  }

  @PatchMapping("/members/{id}")
  @Needs(Permission.MANAGE)
  Member changeMember(@PathVariable UUID id, @RequestBody MemberChange change, SignedIn who) {
    Role role = change.role() == null ? null : role(change.role());
    desk.change(who, id, role, change.suspended());
    return members.find(who.scope(), id).orElseThrow();
  }

  @DeleteMapping("/members/{id}")
  @Needs(Permission.MANAGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeMember(@PathVariable UUID id, SignedIn who) {
    desk.remove(who, id);
  }

  @GetMapping("/invitations")
  @Needs(Permission.MANAGE)
  InvitationsView invitations(Scope scope) {
    return new InvitationsView(invitations.open(scope), letters.ready(scope));
  }

  @PostMapping("/invitations")
  @Needs(Permission.MANAGE)
  @ResponseStatus(HttpStatus.CREATED)
  InvitationMade invite(@RequestBody InvitationWanted wanted, SignedIn who) {
    String email = wanted.email() == null ? null : NewAccount.checkedEmail(wanted.email());
    String language = wanted.language() == null ? "en" : wanted.language();
    if (!language.equals("en") && !language.equals("de")) {
      throw new BadInputException("language", language, "one of en, de is needed");
    }
    return invitations.make(who, role(wanted.role()), email, language);
  }

  @PostMapping("/invitations/{id}/renew")
  @Needs(Permission.MANAGE)
  InvitationMade renewInvitation(@PathVariable UUID id, SignedIn who) {
    return invitations.renew(who, id);
  }

  @DeleteMapping("/invitations/{id}")
  @Needs(Permission.MANAGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdrawInvitation(@PathVariable UUID id, Scope scope) {
    invitations.withdraw(scope, id);
  }

  private static Role role(@Nullable String sent) {
    return Role.of(sent == null ? "" : sent)
        .orElseThrow(
            () ->
                new BadInputException(
                    "role",
                    sent,
                    "one of "
                        + Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(", "))
                        + " is needed"));
  }
}

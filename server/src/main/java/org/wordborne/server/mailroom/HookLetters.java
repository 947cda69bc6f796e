package org.wordborne.server.mailroom;

import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.DeliveryBook.Parcel;
import org.wordborne.server.workspace.Member;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.PageAddress;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Permission;

/// Writes to those who look after webhooks that one of them stopped.
@Component
class HookLetters {
  private final Mailroom mailroom;
  private final Members members;
  private final PageAddress address;

  HookLetters(Mailroom mailroom, Members members, PageAddress address) {
    this.mailroom = mailroom;
    this.members = members;
    this.address = address;
  }

  /// Writes to each; joins the open transaction.
  void stopped(Scope scope, Parcel last, String why, Instant at) {
    if (!mailroom.ready(scope)) {
      return;
    }
    String name = Mailroom.flat(last.to());
    String text =
        """
        The webhook “%s” is told nothing any more. %s

        What happens meanwhile waits. See its log, and let it go on:
        %s
        """
            .formatted(name, why, address.absolute(scope, "/settings/webhooks"));
    for (Member member : members.who(scope, Permission.MANAGE)) {
      String key =
          "hook-stopped-%s-%d-%s"
              .formatted(Objects.requireNonNull(last.hook()), at.getEpochSecond(), member.id());
      mailroom.send(
          scope,
          new Letter(key, member.email(), "The webhook “" + name + "” stopped", text),
          last.hook());
    }
  }
}

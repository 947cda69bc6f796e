package org.wordborne.server.strategy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.Letter;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.PageAddress;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Decisions whose day to be looked at again has come; a day begins at midnight UTC.
@Component
public class DueDecisions {
  private final Transactions transactions;
  private final Mailroom mailroom;
  private final Members members;
  private final PageAddress address;
  private final InstantSource clock;

  DueDecisions(
      Transactions transactions,
      Mailroom mailroom,
      Members members,
      PageAddress address,
      InstantSource clock) {
    this.transactions = transactions;
    this.mailroom = mailroom;
    this.members = members;
    this.address = address;
    this.clock = clock;
  }

  /// Those that are due, the longest due first.
  public List<DueView> due(Scope scope) {
    return found(scope).stream()
        .map(
            one ->
                new DueView(
                    "decision",
                    text(one),
                    "/strategy?theme=" + one.theme(),
                    one.againOn().atStartOfDay(ZoneOffset.UTC).toInstant()))
        .toList();
  }

  private List<Decision> found(Scope scope) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return transactions.in(scope, tx -> DecisionBook.due(tx, today));
  }

  private static String text(Decision one) {
    return "%s, %s: %s".formatted(one.themeName(), one.answer(), one.reason());
  }

  /// Writes to whoever decided, once for each decision, where mail leaves this server.
  void tell(Scope scope) {
    if (!mailroom.ready(scope)) {
      return;
    }
    for (Decision one : found(scope)) {
      if (one.owner() != null) {
        members
            .find(scope, one.owner())
            .ifPresent(owner -> write(scope, one.id(), letter(scope, one, owner.email())));
      }
    }
  }

  /* Who cannot be written to keeps nobody else from being told. */
  private void write(Scope scope, UUID decision, Letter letter) {
    try {
      mailroom.send(scope, letter, decision);
    } catch (BadInputException unfit) {
      String why = "%s: %s".formatted(unfit.field(), unfit.getMessage());
      mailroom.refuse(scope, letter, why, decision);
    }
  }

  private Letter letter(Scope scope, Decision one, String to) {
    String text =
        """
        On %s you decided about "%s": %s.
        Your reason: %s

        You wished to look at it again on %s. What people say of it now:
        %s
        """
            .formatted(
                LocalDate.ofInstant(one.at(), ZoneOffset.UTC),
                one.themeName(),
                one.answer(),
                one.reason(),
                one.againOn(),
                address.absolute(scope, "/strategy?theme=" + one.theme()));
    String subject = "To be looked at again: " + Mailroom.flat(one.themeName());
    return new Letter("decision-" + one.id(), to, subject, text);
  }
}

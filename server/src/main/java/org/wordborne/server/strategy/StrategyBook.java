package org.wordborne.server.strategy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.strategy.StrategyView.DecisionView;
import org.wordborne.server.strategy.StrategyView.StatementView;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// What people write down and decide: statements, themes, decisions.
@Component
class StrategyBook {
  private final Transactions transactions;
  private final LiveEvents live;
  private final Ids ids;
  private final InstantSource clock;

  StrategyBook(Transactions transactions, LiveEvents live, Ids ids, InstantSource clock) {
    this.transactions = transactions;
    this.live = live;
    this.ids = ids;
    this.clock = clock;
  }

  /// Writes a statement down.
  StatementView write(SignedIn by, StatementDraft draft) {
    var statement = StrategyInput.statement(draft, ids.next(), by.name(), clock.instant());
    transactions.run(
        by.scope(),
        tx -> {
          oneCurrency(StatementBook.standing(tx), statement);
          StatementBook.write(tx, by.scope(), statement);
        });
    told(by.scope());
    return view(statement);
  }

  /* Shares of money need one unit of it. */
  private static void oneCurrency(List<StrategyStatement> standing, StrategyStatement added) {
    for (StrategyStatement one : standing) {
      String known = one.currency();
      if (known != null && added.currency() != null && !known.equals(added.currency())) {
        throw new ConflictException(
            "What is spent is kept in %s so far; %s cannot be held against it."
                .formatted(known, added.currency()));
      }
    }
  }

  /// Takes a statement back; it is kept, and counts no more.
  void withdraw(Scope scope, UUID id) {
    if (!transactions.in(scope, tx -> StatementBook.withdraw(tx, id, clock.instant()))) {
      throw new NotFoundException("There is no statement " + id + " that stands.");
    }
    told(scope);
  }

  List<StatementView> statementViews(Scope scope) {
    return transactions.in(scope, StatementBook::standing).stream()
        .map(StrategyBook::view)
        .toList();
  }

  private static StatementView view(StrategyStatement one) {
    Long amount = one.amountMinor();
    String currency = one.currency();
    return new StatementView(
        one.id(),
        one.kind(),
        one.text(),
        one.query(),
        amount == null || currency == null ? null : new Money(amount, currency).text(),
        one.byName(),
        one.writtenAt());
  }

  /// Names a theme by hand.
  UUID addTheme(SignedIn by, ThemeDraft draft) {
    var theme = StrategyInput.theme(draft, ids.next(), by.name(), clock.instant());
    if (!transactions.in(by.scope(), tx -> ThemeBook.add(tx, by.scope(), theme))) {
      throw new ConflictException(
          "There is a theme '" + theme.name() + "' already; choose another name.");
    }
    told(by.scope());
    return theme.id();
  }

  /// Renames a theme, changes what it looks for, ties statements to it, takes it up or sets it
  /// aside.
  void changeTheme(SignedIn by, UUID id, ThemeDraft draft) {
    try {
      transactions.run(
          by.scope(),
          tx -> {
            Set<UUID> standing = new HashSet<>();
            StatementBook.standing(tx).forEach(one -> standing.add(one.id()));
            var theme = ThemeBook.find(tx, id).orElseThrow(() -> missing(id));
            ThemeBook.change(tx, StrategyInput.changed(theme, draft, standing, by.name()));
          });
    } catch (DuplicateKeyException taken) {
      throw new ConflictException(
          "There is a theme '" + draft.name() + "' already; choose another name.");
    }
    told(by.scope());
  }

  /// The theme with that id.
  StrategyTheme theme(Scope scope, UUID id) {
    return transactions.in(scope, tx -> ThemeBook.find(tx, id)).orElseThrow(() -> missing(id));
  }

  static NotFoundException missing(UUID id) {
    return new NotFoundException("There is no theme " + id + ".");
  }

  /// Writes a decision at the end of the book; a proposal that is decided is kept.
  Decision decide(SignedIn by, UUID id, DecisionDraft draft, String proposed) {
    Decision made =
        transactions.in(
            by.scope(),
            tx -> {
              var theme = ThemeBook.find(tx, id).orElseThrow(() -> missing(id));
              var decision =
                  StrategyInput.decision(draft, theme, proposed, by, ids.next(), clock.instant());
              DecisionBook.add(tx, by.scope(), decision);
              if (theme.state().equals("proposed")) {
                var keep = new ThemeDraft(null, null, null, true);
                ThemeBook.change(tx, StrategyInput.changed(theme, keep, Set.of(), by.name()));
              }
              return decision;
            });
    told(by.scope());
    return made;
  }

  void campaign(Scope scope, UUID theme, UUID campaign) {
    transactions.run(scope, tx -> ThemeBook.campaign(tx, theme, campaign));
    told(scope);
  }

  /// All decisions, newest first; due is the last one on a theme whose day has come.
  List<DecisionView> decisions(Scope scope, LocalDate today) {
    var views = new ArrayList<DecisionView>();
    var looked = new LinkedHashSet<UUID>();
    for (Decision one : transactions.in(scope, DecisionBook::all)) {
      boolean last = looked.add(one.theme());
      views.add(view(one, last && !one.againOn().isAfter(today)));
    }
    return views;
  }

  static DecisionView view(Decision one, boolean due) {
    return new DecisionView(
        one.id(),
        one.theme(),
        one.themeName(),
        one.verdict(),
        one.answer(),
        one.reason(),
        one.did(),
        one.ownerName(),
        one.at(),
        one.againOn(),
        one.open(),
        due);
  }

  private void told(Scope scope) {
    live.publish(scope.workspace(), "strategy", new LiveEvents.Changed(Set.of("strategy")));
  }
}

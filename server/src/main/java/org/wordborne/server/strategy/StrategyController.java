package org.wordborne.server.strategy;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.strategy.StrategyView.DecisionView;
import org.wordborne.server.strategy.StrategyView.StatementView;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// The plan over HTTP.
@RestController
@RequestMapping("/api/v1/strategy")
class StrategyController {
  private final StrategyReader reader;
  private final StrategyBook book;
  private final StrategyLook look;
  private final ThemeCampaign campaigns;

  StrategyController(
      StrategyReader reader, StrategyBook book, StrategyLook look, ThemeCampaign campaigns) {
    this.reader = reader;
    this.book = book;
    this.look = look;
    this.campaigns = campaigns;
  }

  /// The campaign that a theme became.
  record ThemeCampaignView(UUID campaign) {}

  @GetMapping
  @Needs(Permission.SEE)
  StrategyView strategy(Scope scope) {
    return reader.view(scope);
  }

  /// Looks through the talk now: proposes themes, keeps the week.
  @PostMapping("/look")
  @Needs(Permission.CAMPAIGN)
  StrategyView look(Scope scope) {
    look.look(scope);
    return reader.view(scope);
  }

  @PostMapping("/statements")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  StatementView write(SignedIn by, @RequestBody StatementDraft draft) {
    return book.write(by, draft);
  }

  @DeleteMapping("/statements/{id}")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(Scope scope, @PathVariable UUID id) {
    book.withdraw(scope, id);
  }

  @PostMapping("/themes")
  @Needs(Permission.CAMPAIGN)
  @ResponseStatus(HttpStatus.CREATED)
  StrategyView add(SignedIn by, @RequestBody ThemeDraft draft) {
    book.addTheme(by, draft);
    return reader.view(by.scope());
  }

  @PutMapping("/themes/{id}")
  @Needs(Permission.CAMPAIGN)
  StrategyView change(SignedIn by, @PathVariable UUID id, @RequestBody ThemeDraft draft) {
    book.changeTheme(by, id, draft);
    return reader.view(by.scope());
  }

  @PostMapping("/themes/{id}/decide")
  @Needs(Permission.CAMPAIGN)
  DecisionView decide(SignedIn by, @PathVariable UUID id, @RequestBody DecisionDraft draft) {
    String proposed = reader.proposed(by.scope(), id);
    return StrategyBook.view(book.decide(by, id, draft, proposed), false);
  }

  @PostMapping("/themes/{id}/campaign")
  @Needs(Permission.CAMPAIGN)
  ThemeCampaignView campaign(SignedIn by, @PathVariable UUID id) {
    return new ThemeCampaignView(campaigns.make(by, id));
  }
}

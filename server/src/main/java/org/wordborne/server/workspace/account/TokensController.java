package org.wordborne.server.workspace.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.account.Tokens.TokenView;

/// Tokens for programs. Everybody has their own; who may manage sees and ends those of others too.
/// A token is no way to further tokens: who finds one shall not outlive its end.
@RestController
@RequestMapping("/api/v1/tokens")
@Needs(Permission.SEE)
class TokensController {
  private static final int MOST_DAYS = 3650;
  private final Tokens tokens;

  TokensController(Tokens tokens) {
    this.tokens = tokens;
  }

  record TokenWanted(
      @Nullable String name, @Nullable List<String> scopes, @Nullable Integer days) {}

  record TokenMade(UUID id, String token) {
    @Override
    public String toString() {
      return "token " + id;
    }
  }

  record TokensView(List<TokenView> tokens) {}

  @GetMapping
  TokensView list(SignedIn who) {
    who.demandNoToken();
    return new TokensView(tokens.all(who));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TokenMade create(@RequestBody TokenWanted wanted, SignedIn who) {
    who.demandNoToken();
    Tokens.Made made =
        tokens.create(
            who,
            new Tokens.Wanted(
                NewAccount.checkedName(wanted.name()),
                scopes(wanted.scopes(), who),
                days(wanted.days())));
    return new TokenMade(made.id(), made.text());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id, SignedIn who) {
    who.demandNoToken();
    tokens.revoke(who, id);
  }

  private static @Nullable Set<Permission> scopes(@Nullable List<String> sent, SignedIn who) {
    if (sent == null) {
      return null;
    }
    var scopes = EnumSet.noneOf(Permission.class);
    for (String word : sent) {
      scopes.add(
          Permission.of(word == null ? "" : word)
              .filter(who::may)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "scopes", word, "you can give " + String.join(", ", words(who)))));
    }
    if (scopes.isEmpty()) {
      throw new BadInputException(
          "scopes", null, "name one or more, or leave it out for all that your role gives");
    }
    return scopes;
  }

  private static List<String> words(SignedIn who) {
    return who.permissions().stream().sorted().map(Permission::word).toList();
  }

  private static @Nullable Integer days(@Nullable Integer sent) {
    if (sent != null && (sent < 1 || sent > MOST_DAYS)) {
      throw new BadInputException("days", sent, "1 to " + MOST_DAYS + " days");
    }
    return sent;
  }
}

package org.wordborne.server.workspace.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.account.Proofs.Proof;
import org.wordborne.server.workspace.account.factor.Factors;

/// What an owner says of how the members sign in.
@RestController
@RequestMapping("/api/v1")
class MemberFactorsController {
  private final FactorRule rule;
  private final Factors factors;
  private final Sessions sessions;
  private final Accounts accounts;
  private final Memberships memberships;
  private final Proofs proofs;
  private final Transactions transactions;

  MemberFactorsController(
      FactorRule rule,
      Factors factors,
      Sessions sessions,
      Accounts accounts,
      Memberships memberships,
      Proofs proofs,
      Transactions transactions) {
    this.rule = rule;
    this.factors = factors;
    this.sessions = sessions;
    this.accounts = accounts;
    this.memberships = memberships;
    this.proofs = proofs;
    this.transactions = transactions;
  }

  /// @param asked whether all who work here must have a second factor
  record FactorRuleView(@Nullable Boolean asked) {}

  /// @param password and `code` show who it is; needed to turn it off
  record FactorRuleWanted(
      @Nullable Boolean asked, @Nullable String password, @Nullable String code) {
    @Override
    public String toString() {
      return "second-factor rule " + asked;
    }
  }

  @GetMapping("/workspace/second-factor")
  @Needs(Permission.SEE)
  FactorRuleView rule(SignedIn who) {
    return new FactorRuleView(rule.isOn(who.scope()));
  }

  /// Who turns it on must have shown one themselves, or they would shut themselves out. To turn it
  /// off makes all accounts here weaker, so a browser left open is not enough.
  @PutMapping("/workspace/second-factor")
  @Needs(Permission.OWN)
  FactorRuleView setRule(
      @RequestBody FactorRuleWanted wanted, SignedIn who, HttpServletRequest request) {
    if (wanted.asked() == null) {
      throw new BadInputException("asked", null, "true or false is needed");
    }
    boolean asked = wanted.asked();
    if (asked && !sessions.showedSecond(proofs.here(request))) {
      throw new ConflictException("set up your own second factor and sign in with it first");
    }
    if (!asked && rule.isOn(who.scope())) {
      var proof = new Proof(wanted.password(), wanted.code());
      proofs.demand(proofs.person(who, request), proof, request);
    }
    rule.set(who.scope(), asked);
    return new FactorRuleView(asked);
  }

  /// For somebody who lost the device and the codes on paper. Who works elsewhere too, or runs the
  /// server, is not one owner's to open: only who runs the server may.
  @PostMapping("/members/{id}/factors/clear")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Permission.OWN)
  void clear(@PathVariable UUID id, SignedIn who) {
    if (accounts.find(who.scope(), id).isEmpty()) {
      throw new NotFoundException("There is no such member.");
    }
    boolean onlyHere =
        memberships.of(id).stream().allMatch(one -> one.workspace().equals(who.workspace()));
    if (!who.may(Permission.SERVER) && (!onlyHere || accounts.runsTheServer(id))) {
      throw new ForbiddenException(
          "this person works elsewhere too, or runs the server; only who runs it may do that");
    }
    transactions.run(who.scope(), _ -> factors.clear(id));
    sessions.endAll(id, null);
  }
}

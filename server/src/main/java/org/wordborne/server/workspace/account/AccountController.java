package org.wordborne.server.workspace.account;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Brand;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.account.SessionView.WorkspaceView;

/// The person signed in, and the workspace's brand.
@RestController
@RequestMapping("/api/v1")
class AccountController {
  private static final Pattern LOCALE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");
  private static final int LONGEST_NAME = 100;
  private static final int MOST_NAMES = 50;
  private final Accounts accounts;
  private final Workspaces workspaces;
  private final SessionViews views;

  AccountController(Accounts accounts, Workspaces workspaces, SessionViews views) {
    this.accounts = accounts;
    this.workspaces = workspaces;
    this.views = views;
  }

  record MeChange(
      @Nullable String locale,
      @Nullable String zone,
      @Nullable String name,
      @Nullable Boolean singleKeys) {}

  record WorkspaceChange(
      @Nullable String name,
      @Nullable String brand,
      @Nullable List<String> names,
      @Nullable String place,
      @Nullable List<String> notConfused,
      @Nullable List<String> homes) {}

  @PatchMapping("/me")
  @Needs(Permission.SEE)
  SessionView changeMe(@RequestBody MeChange change, SignedIn who) {
    who.demandNoToken();
    UUID person = who.person();
    if (person == null) {
      throw new ForbiddenException("this token belongs to no person");
    }
    Account old = accounts.find(who.scope(), person).orElseThrow();
    accounts.save(
        who.scope(),
        new Account(
            old.id(),
            old.email(),
            change.name() == null ? old.name() : NewAccount.checkedName(change.name()),
            change.locale() == null ? old.locale() : locale(change.locale()),
            change.zone() == null ? old.zone() : zone(change.zone()),
            change.singleKeys() == null ? old.singleKeys() : change.singleKeys()));
    return views.of(who, null);
  }

  @PutMapping("/workspace")
  @Needs(Permission.MANAGE)
  WorkspaceView changeWorkspace(@RequestBody WorkspaceChange change, SignedIn who) {
    String brand = named("brand", change.brand());
    String name = change.name() == null || change.name().isBlank() ? brand : change.name();
    String place = change.place() == null ? "" : change.place().strip();
    if (place.length() > LONGEST_NAME) {
      throw tooLong("place", place);
    }
    workspaces.rename(
        who.scope(),
        named("name", name),
        new Brand(
            brand,
            words("names", change.names()),
            place,
            words("notConfused", change.notConfused()),
            change.homes() == null
                ? workspaces.brand(who.scope()).homes()
                : HomeAddresses.checked(change.homes()),
            true));
    return views.workspace(who.scope());
  }

  private static List<String> words(String field, @Nullable List<String> sent) {
    List<String> given = sent == null ? List.of() : sent;
    if (given.size() > MOST_NAMES) {
      throw new BadInputException(field, given.size(), "at most " + MOST_NAMES + " are taken");
    }
    return given.stream().map(word -> named(field, word)).distinct().toList();
  }

  private static String named(String field, @Nullable String sent) {
    String stripped = sent == null ? "" : sent.strip();
    if (stripped.isEmpty()) {
      throw new BadInputException(field, sent, "a name is needed");
    }
    if (stripped.length() > LONGEST_NAME) {
      throw tooLong(field, stripped);
    }
    return stripped;
  }

  private static BadInputException tooLong(String field, String value) {
    return new BadInputException(
        field, value.length(), "at most " + LONGEST_NAME + " characters are taken");
  }

  private static String locale(String sent) {
    if (!sent.isEmpty() && !LOCALE.matcher(sent).matches()) {
      throw new BadInputException("locale", sent, "a language as en or de is needed");
    }
    return sent;
  }

  private static String zone(String sent) {
    try {
      return sent.isEmpty() ? sent : ZoneId.of(sent).getId();
    } catch (DateTimeException unknown) {
      throw new BadInputException("zone", sent, "a time zone as Europe/Berlin is needed");
    }
  }
}

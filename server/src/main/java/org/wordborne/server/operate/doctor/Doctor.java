package org.wordborne.server.operate.doctor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.mention.FollowerPlaces;
import org.wordborne.server.mention.MentionSearch;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.act.ActBook;
import org.wordborne.server.workspace.database.Databases;

/// Looks at everything of the server it is a part of.
@Component
public class Doctor {
  private static final long BEHIND = 10_000;
  private final ServerProperties properties;
  private final Databases databases;
  private final Workspaces workspaces;
  private final MentionSearch search;
  private final FollowerPlaces followers;
  private final Mailroom mailroom;
  private final ActBook acts;
  private final InstantSource clock;

  Doctor(
      ServerProperties properties,
      Databases databases,
      Workspaces workspaces,
      MentionSearch search,
      FollowerPlaces followers,
      Mailroom mailroom,
      ActBook acts,
      InstantSource clock) {
    this.properties = properties;
    this.databases = databases;
    this.workspaces = workspaces;
    this.search = search;
    this.followers = followers;
    this.mailroom = mailroom;
    this.acts = acts;
    this.clock = clock;
  }

  /// Looks.
  public List<Check> look() {
    var checks = new ArrayList<Check>();
    checks.addAll(new MachineChecks(properties.data()).look());
    checks.addAll(
        new DatabaseChecks(databases.logins(), clock.instant(), properties.databaseUrl() == null)
            .look());
    List<Scope> scopes = workspaces.all().stream().map(Scope::of).toList();
    checks.add(index(scopes));
    checks.add(mail(scopes));
    checks.add(audit(scopes));
    return checks;
  }

  private Check index(List<Scope> scopes) {
    try {
      long index = scopes.stream().mapToLong(search::behind).sum();
      long others = scopes.stream().mapToLong(followers::behind).sum();
      String what =
          "search is %d words behind, people and conversations %d".formatted(index, others);
      return index > BEHIND
          ? Check.warn(
              "index", what, "wait; if it does not get less: wordborne doctor --rebuild-index")
          : Check.ok("index", what);
    } catch (RuntimeException damaged) {
      return Check.wrong(
          "index", "it does not open: " + damaged.getMessage(), "wordborne doctor --rebuild-index");
    }
  }

  private Check mail(List<Scope> scopes) {
    long ready = scopes.stream().filter(mailroom::ready).count();
    return ready == scopes.size()
        ? Check.ok("mail", "every workspace can send mail")
        : Check.warn(
            "mail",
            (scopes.size() - ready) + " of " + scopes.size() + " workspaces cannot send mail",
            "set it on the page Sources, What goes out, or by wordborne mail set");
  }

  private Check audit(List<Scope> scopes) {
    var broken = new ArrayList<String>();
    for (Scope scope : scopes) {
      acts.firstBroken(scope).ifPresent(found -> broken.add(told(scope.workspace(), found)));
    }
    return broken.isEmpty()
        ? Check.ok("audit", "the chain of acts holds in every workspace")
        : Check.wrong(
            "audit",
            String.join("; ", broken),
            "somebody changed the database past the server: compare with a backup of before");
  }

  private static String told(WorkspaceId workspace, ActBook.Broken found) {
    return "workspace " + workspace + ", line " + found.line() + ": " + found.why();
  }
}

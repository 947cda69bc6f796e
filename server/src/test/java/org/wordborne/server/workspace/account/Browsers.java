package org.wordborne.server.workspace.account;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Role;
import tools.jackson.databind.json.JsonMapper;

/// People with browsers of their own, for tests: each signs in by password and keeps the cookie.
public final class Browsers {
  public static final String PASSWORD = "a lantern in the rain";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Browsers() {}

  /// Makes somebody run the server, if nobody does: no other of these people will.
  public static synchronized void operator() {
    var accounts = ServerFixture.bean(Accounts.class);
    if (!accounts.hasOwner()) {
      accounts.addOwner(
          ServerFixture.defaultScope().workspace(),
          NewAccount.of("operator@example.org", "", PASSWORD));
    }
  }

  /// A further workspace that clocks and followers know.
  public static WorkspaceId workspace(String name) {
    return ServerFixture.bean(Workspaces.class).make(name);
  }

  /// Somebody new with that role in the server's first workspace, signed in.
  public static Browser member(Role role) {
    return member(ServerFixture.defaultScope().workspace(), role);
  }

  /// Somebody new with that role, signed in.
  public static Browser member(WorkspaceId workspace, Role role) {
    operator();
    String email = role.word() + NUMBER.incrementAndGet() + "@example.org";
    UUID id =
        ServerFixture.bean(Accounts.class).add(workspace, NewAccount.of(email, "", PASSWORD), role);
    return signIn(id, email, PASSWORD);
  }

  /// Makes somebody a member of a further workspace.
  public static void join(Browser who, WorkspaceId workspace, Role role) {
    ServerFixture.transactions()
        .run(
            Scope.of(workspace),
            jdbc ->
                jdbc.sql(
                        "insert into member (workspace_id, account_id, role, joined_at)"
                            + " values (?, ?, ?, now())")
                    .params(workspace.value(), who.id(), role.word())
                    .update());
  }

  /// A further browser of the same person.
  public static Browser signIn(UUID id, String email, String password) {
    Answer answer =
        ServerFixture.send(
            ServerFixture.request("/api/v1/session")
                .header("Content-Type", "application/json")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Gecko/2010 Firefox/130.0")
                .POST(
                    BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("email", email, "password", password))))
                .build());
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    String set = answer.header("Set-Cookie");
    return new Browser(
        id, email, set.substring(0, set.indexOf(';')), answer.json().path("csrf").asString());
  }

  /// How many tries to sign in stand in that book as refused; waits until there is one, for it is
  /// written by another thread.
  public static long refusedSignIns(Browser reader, WorkspaceId workspace) {
    Instant end = Instant.now().plusSeconds(20);
    while (true) {
      String told = reader.get("/api/v1/audit?deed=session.signIn", workspace).body();
      long refused = told.split("\"refused\":true", -1).length - 1L;
      if (refused > 0 || Instant.now().isAfter(end)) {
        return refused;
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /// A browser that is signed in.
  public record Browser(UUID id, String email, String cookie, String csrf) {
    /// GET in the workspace that is meant where none is named.
    public Answer get(String path) {
      return ServerFixture.send(request(path).GET().build());
    }

    /// GET in that workspace.
    public Answer get(String path, WorkspaceId workspace) {
      return ServerFixture.send(
          request(path).header("Wordborne-Workspace", workspace.toString()).GET().build());
    }

    /// Any method with JSON.
    public Answer send(String method, String path, Object body) {
      return ServerFixture.send(
          request(path)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build());
    }

    /// Any method with JSON in that workspace.
    public Answer send(String method, String path, WorkspaceId workspace, Object body) {
      return ServerFixture.send(
          request(path)
              .header("Wordborne-Workspace", workspace.toString())
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build());
    }

    /// A request that carries the session; the path begins with `/api`.
    public HttpRequest.Builder request(String path) {
      return ServerFixture.request(path).header("Cookie", cookie).header("X-CSRF", csrf);
    }
  }
}

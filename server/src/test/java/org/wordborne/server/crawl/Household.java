package org.wordborne.server.crawl;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.mailroom.HookReceiver;
import org.wordborne.server.mailroom.ScriptedSmtp;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers;
import org.wordborne.server.workspace.account.Browsers.Browser;
import tools.jackson.databind.json.JsonMapper;

/// A workspace with somebody in each role, programs, a mail host and a word that stands in
/// everything that is said there and nowhere else.
final class Household implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern NAME = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

  final String word;
  final WorkspaceId place;
  final Scope scope;
  final SignedIn by;

  /// Somebody who is gone at the end.
  final Browser leaver;

  final Map<Role, Browser> people = new EnumMap<>(Role.class);
  final Map<String, String> names = new TreeMap<>();
  final HookReceiver program = new HookReceiver(ServerFixture.allowedPort());
  final ScriptedSmtp smtp = new ScriptedSmtp(ServerFixture.allowedPort());
  private final Map<Permission, String> tokens = new HashMap<>();

  Household(String word) {
    this.word = word;
    place = Browsers.workspace(word + " House");
    leaver = Browsers.member(place, Role.CLIENT);
    scope = Scope.of(place);
    by = new SignedIn(null, place, "Ines", "owner");
    for (Role role : Role.values()) {
      people.put(role, Browsers.member(place, role));
      names.put(role.word(), people.get(role).id().toString());
    }
    names.put("word", word);
    names.put("password", Browsers.PASSWORD);
    names.put("program", program.url());
    names.put("smtp", Integer.toString(smtp.port()));
    names.put("leaver", leaver.email());
    names.put("leaverId", leaver.id().toString());
    times();
  }

  private void times() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    var now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    names.put("today", today.toString());
    names.put("before", today.minusDays(2).toString());
    names.put("day", today.plusDays(9).toString());
    names.put("far", today.plusDays(80).toString());
    names.put("start", today.plusDays(40) + "T12:00");
    names.put("end", today.plusDays(50) + "T12:00");
    names.put("earlier", now.minusMinutes(2).toString());
    names.put("soon", now.plusHours(1).toString());
    names.put("fromAt", Instant.now().toString());
    names.put("toAt", Instant.now().plus(80, ChronoUnit.DAYS).toString());
    names.put("later", Instant.now().plus(3, ChronoUnit.DAYS).toString());
  }

  Browser owner() {
    return people.get(Role.OWNER);
  }

  /// A text with its names filled in; what nobody knows stays.
  String filled(String text) {
    return filled(text, name -> names.getOrDefault(name, "$" + name));
  }

  static String filled(String text, Function<String, String> value) {
    return NAME.matcher(text)
        .replaceAll(
            found ->
                java.util.regex.Matcher.quoteReplacement(
                    value.apply(found.group(1) == null ? found.group(2) : found.group(1))));
  }

  /// A token that may all but that.
  String allBut(Permission missing) {
    return tokens.computeIfAbsent(
        missing,
        one -> {
          var scopes = EnumSet.complementOf(EnumSet.of(one, Permission.SERVER));
          var wanted =
              Map.of(
                  "name",
                  "all but " + one.word(),
                  "days",
                  3,
                  "scopes",
                  scopes.stream().map(Permission::word).toList());
          var made = owner().send("POST", "/api/v1/tokens", place, wanted);
          if (made.status() != 201) {
            throw new IllegalStateException(made.body());
          }
          return made.json().path("token").asString();
        });
  }

  /// A request of somebody in this workspace.
  HttpRequest.Builder request(Browser who, String path) {
    return who.request("/api/v1" + path).header("Wordborne-Workspace", place.toString());
  }

  /// The request with its method and body.
  static HttpRequest sent(HttpRequest.Builder request, String method, Body body) {
    request.header("Content-Type", body.type());
    return request.method(method, BodyPublishers.ofByteArray(body.bytes())).build();
  }

  /// What is sent.
  record Body(String type, byte[] bytes) {
    static Body json(String text) {
      return new Body("application/json", text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Twelve people who speak of the word, six of them of rats; one is answered.
  Body posts() {
    var lines = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String text = "They say " + word + " had rats, number " + i + ".";
      lines.append(post("p" + i, "teller" + i, text)).append('\n');
    }
    return new Body("application/x-ndjson", lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  String post(String id, String author, String text) {
    return JSON.writeValueAsString(
        Map.of(
            "id",
            word + id,
            "text",
            text,
            "author",
            Map.of("id", author + word, "name", author + " of " + word),
            "published",
            Instant.now().minusSeconds(60).toString()));
  }

  List<String> letters() {
    return smtp.letters();
  }

  @Override
  public void close() {
    program.close();
    smtp.close();
  }
}

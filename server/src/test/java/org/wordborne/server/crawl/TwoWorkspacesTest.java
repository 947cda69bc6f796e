package org.wordborne.server.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.wordborne.server.ApiWalk;
import org.wordborne.server.ApiWalk.Operation;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.crawl.Household.Body;
import org.wordborne.server.workspace.access.AccessRule;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.Browsers;
import org.wordborne.server.workspace.account.Browsers.Browser;
import tools.jackson.databind.json.JsonMapper;

/// Two workspaces full of things of every kind, and every operation tried by everybody: before the
/// owner of the one does it, all who may not are refused, and the owner of the other hears of its
/// ids what they hear of ids that never were. Then the other does the same, and no word of the
/// first is in any answer, file, letter or event.
class TwoWorkspacesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /* Operations that no line of the crawl reaches, and who goes there instead. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("POST /api/v1/session/code", "of the demo"),
          Map.entry("POST /api/v1/workspaces", "of the operator: WorkspacesTest"),
          Map.entry("POST /api/v1/workspaces/sample", "of the operator: FirstRunStory"),
          Map.entry("POST /api/v1/campaigns/{id}/draw/run", "when its number is due: DrawsTest"),
          Map.entry("POST /api/v1/campaigns/{id}/draw/beacon", "of the beacon: DrawsTest"),
          Map.entry("POST /api/v1/session/recovery/finish", "by a letter: LostPasswordTest"));

  /* Steps of signing in, of a person and of no workspace: FactorsTest, PasskeysTest, CompanyTest. */
  private static final Pattern SIGNING_IN =
      Pattern.compile(
          "\\w+ /api/v1/(session/(company|factor|passkey)|me/factors/(codes/|company|passkeys|recovery)).*");

  private final List<String> wrong = new ArrayList<>();
  private final TreeSet<String> reached = new TreeSet<>();
  private final List<Operation> all = ApiWalk.of(ServerFixture.get("/api/v1/openapi.json").json());
  private final Map<String, AccessRule> rules = rules();
  private final Queue<String> events = new ConcurrentLinkedQueue<>();
  private final HttpClient http = client();

  @Test
  @Tag("second-stage")
  void everything_ofAnotherWorkspace_isUnknownAndUnheard() throws Exception {
    try (var harbour = new Household("harbourquill" + letters());
        var mill = new Household("millquarrel" + letters())) {
      listen(mill);
      Refused refused = refused(harbour, mill);
      for (CrawlLine line : CrawlLine.part(false)) {
        refused.each(line);
        ask(harbour, line);
      }
      for (CrawlLine line : CrawlLine.part(false)) {
        readByAll(mill, line, harbour.word);
        hears(mill, line, ask(mill, line), harbour.word);
      }
      for (CrawlLine line : CrawlLine.part(true)) {
        hears(mill, line, ask(mill, line), harbour.word);
      }
      for (CrawlLine line : CrawlLine.part(true)) {
        refused.each(line);
        ask(harbour, line);
      }

      assertThat(String.join("\n", wrong)).isEmpty();
      assertThat(events.toString()).contains("data:").doesNotContain(harbour.word);
      assertThat(mill.letters().toString()).contains(mill.word).doesNotContain(harbour.word);
      assertThat(mill.program.told().toString()).doesNotContain(harbour.word);
      assertThat(unreached()).isEmpty();
    }
  }

  /* Whoever may not, in every state that somebody can be in. */
  private final class Refused {
    final Household home;
    final Household other;
    final Browser suspended;
    final Browser invited;

    Refused(Household home, Household other, Browser suspended, Browser invited) {
      this.home = home;
      this.other = other;
      this.suspended = suspended;
      this.invited = invited;
    }

    void each(CrawlLine line) {
      if (line.method().equals("!")) {
        return;
      }
      AccessRule rule = rules.get(operation(home, line).toString());
      Permission needs = rule == null ? null : rule.needs();
      if (needs != null) {
        var bare = ServerFixture.request("/api/v1" + home.filled(line.path()));
        expect(line, "nobody", 401, sent(bare, line, body(home, line)));
        expect(line, "suspended", 401, asked(home, line, suspended));
        expect(line, "invited", 404, asked(home, line, invited));
        expect(line, "of the other", 404, asked(home, line, other.owner()));
        for (Role role : Role.values()) {
          if (!role.permissions().contains(needs)) {
            expect(line, role.word(), 403, asked(home, line, home.people.get(role)));
          }
        }
        if (needs != Permission.SERVER) {
          var byToken = ServerFixture.request("/api/v1" + home.filled(line.path()));
          byToken.header("Authorization", "Bearer " + home.allBut(needs));
          expect(line, "token", 403, sent(byToken, line, body(home, line)));
        }
      }
      if (line.who().equals("owner")) {
        foreign(line);
      }
    }

    /* The owner of the other, in their own workspace, with the ids of this one. */
    private void foreign(CrawlLine line) {
      var never = new TreeMap<String, String>();
      home.names.forEach(
          (name, value) -> {
            if (ID.matcher(value).matches()) {
              never.put(name, UUID.randomUUID().toString());
            }
          });
      String path = there(line.path(), home.names);
      String text = there(line.body(), home.names);
      if (path.equals(there(line.path(), never)) && text.equals(there(line.body(), never))) {
        return; // no id of anything is named
      }
      Body body = line.body().startsWith("%") ? body(other, line) : Body.json(text);
      Browser owner = other.owner();
      var answer = sent(other.request(owner, path), line, body);
      var unknown =
          sent(
              other.request(owner, there(line.path(), never)),
              line,
              Body.json(there(line.body(), never)));
      if (answer.statusCode() != unknown.statusCode()) {
        wrong.add(line + " of a foreign id: " + told(answer) + " instead of " + told(unknown));
      }
      if (answer.statusCode() != 201 && !plain(answer).equals(plain(unknown))) {
        wrong.add(line + " tells a foreign id from none: " + told(answer) + told(unknown));
      }
      hears(other, line, answer, home.word);
    }

    /* Ids of this workspace, or those that never were; all else as the other has it. */
    private String there(String text, Map<String, String> ids) {
      return Household.filled(
          text,
          name -> {
            String own = home.names.getOrDefault(name, "");
            return ID.matcher(own).matches()
                ? ids.getOrDefault(name, own)
                : other.names.getOrDefault(name, own);
          });
    }
  }

  private Refused refused(Household home, Household other) {
    Browser suspended = Browsers.member(home.place, Role.OWNER);
    Browser invited = Browsers.member(Browsers.workspace("Elsewhere"), Role.OWNER);
    String member = "/api/v1/members/" + suspended.id();
    home.owner().send("PATCH", member, home.place, Map.of("suspended", true));
    var invitation = Map.of("role", "owner", "email", invited.email());
    home.owner().send("POST", "/api/v1/invitations", home.place, invitation);
    return new Refused(home, other, suspended, invited);
  }

  private void expect(CrawlLine line, String who, int status, HttpResponse<byte[]> answer) {
    if (answer.statusCode() != status) {
      wrong.add(line + " by " + who + ": " + told(answer) + " instead of " + status);
    }
  }

  /* Does it, until it is there if the line says so, and keeps what it names. */
  private HttpResponse<byte[]> ask(Household home, CrawlLine line) {
    if (line.method().equals("!")) {
      try {
        new Deeds(home).act(line.path());
      } catch (RuntimeException failed) {
        wrong.add(line + ": " + failed);
      }
      return asked(home, new CrawlLine("nobody", false, "GET", "/session", "", Map.of()), null);
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<byte[]> answer = asked(home, line, browser(home, line));
    while (!keeps(home, line, answer) && line.waits() && System.nanoTime() < end) {
      pause();
      answer = asked(home, line, browser(home, line));
    }
    if (answer.statusCode() / 100 != 2 || !keeps(home, line, answer)) {
      wrong.add(line + " " + home.filled(line.body()) + ": " + told(answer));
    } else {
      reached.add(operation(home, line).toString());
    }
    return answer;
  }

  private static boolean keeps(Household home, CrawlLine line, HttpResponse<byte[]> answer) {
    if (line.keeps().isEmpty()) {
      return true;
    }
    var json = answer.statusCode() / 100 == 2 ? JSON.readTree(answer.body()) : JSON.missingNode();
    boolean whole = true;
    for (var keep : line.keeps().entrySet()) {
      String value = json.at(keep.getValue()).asString("");
      whole &= !value.isEmpty();
      if (!value.isEmpty()) {
        home.names.put(keep.getKey(), value);
      }
    }
    return whole;
  }

  /* What is read, by every role that may. */
  private void readByAll(Household home, CrawlLine line, String foreign) {
    if (line.method().equals("GET") && line.who().equals("owner") && !line.waits()) {
      AccessRule rule = rules.get(operation(home, line).toString());
      for (Role role : Role.values()) {
        Permission needs = rule.needs();
        if (role != Role.OWNER && (needs == null || role.permissions().contains(needs))) {
          var answer = asked(home, line, home.people.get(role));
          if (answer.statusCode() / 100 != 2) {
            wrong.add(line + " by " + role.word() + ": " + told(answer));
          }
          hears(home, line, answer, foreign);
        }
      }
    }
  }

  private void hears(Household home, CrawlLine line, HttpResponse<byte[]> answer, String foreign) {
    String heard = answer.headers().map() + text(answer);
    if (heard.toLowerCase(Locale.ROOT).contains(foreign)) {
      wrong.add(line + " in " + home.word + " tells of " + foreign + ": " + heard);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    byte[] body = answer.body();
    String plain = new String(body, StandardCharsets.UTF_8);
    if (!plain.startsWith("%PDF")) {
      return plain;
    }
    try (var document = Loader.loadPDF(body)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private @Nullable Browser browser(Household home, CrawlLine line) {
    return line.who().equals("leaver")
        ? home.leaver
        : Role.of(line.who()).map(home.people::get).orElse(null);
  }

  private HttpResponse<byte[]> asked(Household home, CrawlLine line, @Nullable Browser who) {
    String path = home.filled(line.path());
    if (who != null) {
      return sent(home.request(who, path), line, body(home, line));
    }
    var request = ServerFixture.request("/api/v1" + path);
    if (line.who().equals("operator")) {
      request = ServerFixture.authorized("/api/v1" + path);
    }
    return sent(request, line, body(home, line));
  }

  private HttpResponse<byte[]> sent(HttpRequest.Builder request, CrawlLine line, Body body) {
    try {
      var whole = Household.sent(request.timeout(PATIENCE), line.method(), body);
      return http.send(whole, BodyHandlers.ofByteArray());
    } catch (IOException broken) {
      throw new UncheckedIOException(line.toString(), broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Body body(Household home, CrawlLine line) {
    return switch (line.body()) {
      case "%posts" -> home.posts();
      case "%logo" -> new Body("image/png", logo());
      default -> Body.json(home.filled(line.body()));
    };
  }

  private static byte[] logo() {
    try (var out = new java.io.ByteArrayOutputStream()) {
      var picture =
          new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
      javax.imageio.ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  /* The operation a line is about: the one with the fewest variables whose path it fits. */
  private Operation operation(Household home, CrawlLine line) {
    String path = "/api/v1" + home.filled(line.path()).replaceAll("\\?.*", "");
    return all.stream()
        .filter(one -> one.method().equals(line.method()))
        .filter(one -> path.matches(one.path().replaceAll("\\{[^}]*}", "[^/]+")))
        .min(java.util.Comparator.comparing(one -> one.path().split("\\{").length))
        .orElseThrow(() -> new IllegalStateException("no operation " + line));
  }

  private List<String> unreached() {
    return all.stream()
        .map(Operation::toString)
        .filter(one -> !reached.contains(one))
        .filter(one -> !ELSEWHERE.containsKey(one) && !SIGNING_IN.matcher(one).matches())
        .toList();
  }

  private static Map<String, AccessRule> rules() {
    var rules = new TreeMap<String, AccessRule>();
    ServerFixture.bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, method) ->
                info.getPatternValues()
                    .forEach(
                        path ->
                            info.getMethodsCondition()
                                .getMethods()
                                .forEach(
                                    verb ->
                                        rules.put(
                                            verb + " " + path,
                                            AccessRule.of(method).orElseThrow()))));
    return rules;
  }

  private void listen(Household home) {
    var request = home.request(home.owner(), "/events").build();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                http.send(request, BodyHandlers.ofLines()).body().forEach(events::add);
              } catch (IOException | InterruptedException | UncheckedIOException ended) {
                events.add("");
              }
            });
    reached.add("GET /api/v1/events");
  }

  /* From an address of its own: what nobody may ask is counted by address. */
  private static HttpClient client() {
    try {
      return HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.7.77")).build();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private static String told(HttpResponse<byte[]> answer) {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    return answer.statusCode() + " " + text.substring(0, Math.min(300, text.length()));
  }

  private static String plain(HttpResponse<byte[]> answer) {
    return ID.matcher(new String(answer.body(), StandardCharsets.UTF_8))
        .replaceAll("id")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "then");
  }

  private static String letters() {
    return UUID.randomUUID()
        .toString()
        .replaceAll("[^a-f]", "")
        .chars()
        .limit(6)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}

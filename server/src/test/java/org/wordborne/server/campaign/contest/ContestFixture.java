package org.wordborne.server.campaign.contest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.wordborne.effect.Entry;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.campaign.BriefDraft;
import org.wordborne.server.campaign.Campaigns;
import org.wordborne.server.campaign.Contests;
import org.wordborne.server.campaign.Contests.Drawn;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Postings;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import tools.jackson.databind.JsonNode;

/// A running campaign with a contest of its own, reached over HTTP as strangers and staff do.
final class ContestFixture {
  final UUID campaign;
  final Scope scope = ServerFixture.defaultScope();
  final String tag = "Tag" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  final String api;
  private static final AtomicInteger NUMBER = new AtomicInteger(1);
  private final HttpClient http = from("127.0.9." + NUMBER.incrementAndGet());
  final SignedIn by = new SignedIn(null, scope.workspace(), "test", "owner");
  private String door = "";

  private ContestFixture() {
    var brief =
        new BriefDraft(
            tag, "Sixty people glad", 60, "", "", Money.of("1000.00 GBP"), null, List.of());
    campaign = ServerFixture.bean(Campaigns.class).draft(by, brief);
    api = "/api/v1/campaigns/" + campaign;
  }

  /// One that is open for so many seconds, with two prizes: one of 1 piece, one of 3.
  static ContestFixture openFor(int seconds) {
    var contest = new ContestFixture();
    contest.make(Instant.now().plusSeconds(seconds));
    return contest;
  }

  /// A campaign without a contest.
  static ContestFixture none() {
    return new ContestFixture();
  }

  private void make(Instant closes) {
    sql(
        """
        update campaign set starts_at = now() - interval '1 hour', zone = 'UTC',
          ends_at = now() + interval '9 days' where id = :id""",
        Map.of());
    sql(
        """
        insert into campaign_rules (workspace_id, campaign_id, version, language, text, hash, made_at)
        values (:workspace, :id, 3, 'en', 'Rules.', repeat('a', 64), now())""",
        Map.of());
    var draft =
        Map.of(
            "tag",
            tag,
            "question",
            "What would you name the oat flat white?",
            "opensAt",
            local(Instant.now().minusSeconds(60)),
            "closesAt",
            local(closes),
            "minAge",
            16,
            "regions",
            List.of("GB", "DE"),
            "referralChances",
            3,
            "alternates",
            2);
    expect(200, ServerFixture.put(api + "/contest", draft));
    expect(201, prize("A year of Saturdays", "104.00 GBP", 1));
    expect(201, prize("Beans", "18.00 GBP", 3));
    sql("update campaign set state = 'running' where id = :id", Map.of());
    door = contest().path("publicUrl").asString().replaceAll(".*/p/c/", "");
  }

  Answer prize(String name, String each, int pieces) {
    return ServerFixture.post(
        api + "/prizes", Map.of("name", name, "each", each, "pieces", pieces));
  }

  static String local(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  static Answer expect(int status, Answer answer) {
    if (answer.status() != status) {
      String told = answer.body().replaceAll("(?s).*<main[^>]*>", "").replace('\n', ' ');
      throw new AssertionError(answer.status() + ": " + told);
    }
    return answer;
  }

  void sql(String text, Map<String, Object> more) {
    ServerFixture.transactions()
        .run(
            scope,
            tx -> {
              var statement =
                  tx.sql(text).param("workspace", scope.workspace().value()).param("id", campaign);
              more.forEach(statement::param);
              statement.update();
            });
  }

  JsonNode contest() {
    return ServerFixture.get(api + "/contest").json();
  }

  String path() {
    return "/p/c/" + door;
  }

  Answer look(String path) {
    return ServerFixture.send(ServerFixture.request(path).GET().build());
  }

  static Map<String, String> form(String mail, String words) {
    var form = new TreeMap<String, String>();
    form.put("name", "Somebody");
    form.put("mail", mail);
    form.put("region", "GB");
    form.put("age", "yes");
    form.put("rules", "yes");
    form.put("words", words);
    form.put("lang", "en");
    return form;
  }

  Answer enter(Map<String, String> form) {
    return send(path() + "/enter", form);
  }

  /// Enters and returns the path of the receipt.
  String entered(String mail, String words) {
    return expect(303, enter(form(mail, words))).header("Location");
  }

  /* Each contest is entered from a network address of its own, as far as this machine has them. */
  private static HttpClient from(String address) {
    try {
      return HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
    } catch (UnknownHostException never) {
      throw new UncheckedIOException(never);
    }
  }

  /// Enters from another network address of this machine.
  Answer enterFrom(String address, Map<String, String> form) {
    try (var elsewhere = from(address)) {
      return send(elsewhere, path() + "/enter", form);
    }
  }

  Answer send(String path, Map<String, String> form) {
    return send(http, path, form);
  }

  private static Answer send(HttpClient http, String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + coded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        ServerFixture.request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      var whole = http.send(request, BodyHandlers.ofString());
      return new Answer(whole.statusCode(), whole.body(), whole);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static String coded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// Acts on a receipt: claim, decline, appeal, forget.
  Answer act(String receipt, String act, Map<String, String> form) {
    int query = receipt.indexOf('?');
    return send(receipt.substring(0, query) + "/" + act + receipt.substring(query), form);
  }

  JsonNode entries() {
    return ServerFixture.get(api + "/entries?limit=1000").json().path("entries");
  }

  JsonNode claims() {
    return ServerFixture.get(api + "/claims").json();
  }

  /// What the log says of an entry, the earliest first.
  List<String> deeds(String code) {
    var deeds = new ArrayList<String>();
    for (var line : ServerFixture.get(api + "/contest/log").json().path("lines")) {
      if (line.path("facts").path("code").asString("").equals(code)) {
        deeds.add(line.path("deed").asString());
      }
    }
    return deeds;
  }

  /// Lets the time for entries be over.
  void close() {
    sql("update contest set closes_at = now() where campaign_id = :id", Map.of());
  }

  /// Keeps all that is flagged or in the sample.
  void keepAll() {
    var open = new ArrayList<Integer>();
    ServerFixture.get(api + "/fraud")
        .json()
        .path("components")
        .forEach(
            one ->
                one.path("entries")
                    .forEach(
                        entry -> {
                          if (entry.path("decided").isNull()) {
                            open.add(entry.path("number").asInt());
                          }
                        }));
    if (!open.isEmpty()) {
      expect(200, decide(open, true, "fine"));
    }
  }

  Answer decide(List<Integer> numbers, boolean keep, String code) {
    return ServerFixture.post(
        api + "/fraud/decide", Map.of("numbers", numbers, "keep", keep, "code", code));
  }

  Contests.Sealable sealable() {
    return ServerFixture.transactions()
        .in(scope, tx -> ServerFixture.bean(Contests.class).sealable(scope, tx, campaign));
  }

  /// Seals and draws: the valid entries win in the order of their codes.
  List<String> sealAndDraw() {
    var contests = ServerFixture.bean(Contests.class);
    var codes =
        sealable().entries().stream()
            .filter(entry -> entry.status().equals("valid"))
            .map(Entry::code)
            .sorted()
            .toList();
    ServerFixture.transactions().run(scope, tx -> contests.sealed(by, tx, campaign, Instant.now()));
    var places = new ArrayList<Drawn>();
    for (int i = 0; i < codes.size() && i < 6; i++) {
      String prize = i == 0 ? "a-year-of-saturdays" : i < 4 ? "beans" : null;
      places.add(new Drawn(i + 1, prize, codes.get(i)));
    }
    ServerFixture.transactions().run(scope, tx -> contests.drawn(scope, tx, campaign, places));
    return codes;
  }

  /// Whether every prize's pieces are all in one account or another, after every line.
  boolean sumsAtEveryLine() {
    var sums = new TreeMap<String, Long>();
    for (var line : ServerFixture.bean(Postings.class).read(scope, "prizes/" + campaign)) {
      if (!line.from().equals("supplier")) {
        sums.merge(line.unit() + " " + line.from(), -line.amount(), Long::sum);
      }
      if (!line.to().equals("supplier")) {
        sums.merge(line.unit() + " " + line.to(), line.amount(), Long::sum);
      }
      if (sums.values().stream().anyMatch(amount -> amount < 0)) {
        return false;
      }
      var total = new TreeMap<String, Long>();
      sums.forEach((key, amount) -> total.merge(key.split(" ")[0], amount, Long::sum));
      if (!total.getOrDefault("piece:a-year-of-saturdays", 1L).equals(1L)
          || !total.getOrDefault("piece:beans", 3L).equals(3L)) {
        return false;
      }
    }
    return true;
  }
}

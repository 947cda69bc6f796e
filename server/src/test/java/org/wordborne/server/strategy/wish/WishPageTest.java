package org.wordborne.server.strategy.wish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.publicpage.ClientLinks;
import org.wordborne.server.publicpage.PageLanguage;
import org.wordborne.server.strategy.auction.LogLine;
import org.wordborne.server.strategy.wish.CallBook.Seller;
import org.wordborne.server.strategy.wish.Wish.Purchase;
import org.wordborne.server.strategy.wish.WishBoard.WishDraft;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// The pages of wishes and calls as a browser uses them, over HTTP.
class WishPageTest {
  private static final HttpClient BROWSER = browser();
  private final Scope scope = ServerFixture.freshScope();
  private final SignedIn ines = new SignedIn(null, scope.workspace(), "Ines", "owner");
  private final WishBoard board = ServerFixture.bean(WishBoard.class);
  private final Calls calls = ServerFixture.bean(Calls.class);
  private final String day = LocalDate.now(ZoneOffset.UTC).plusDays(60).toString();
  private final String path = "/p/w/" + board.door(scope);

  @AfterAll
  static void close() {
    BROWSER.close();
  }

  @Test
  void wish_refused_isShownAgainWithAllThatWasTyped() {
    var typed = purchase();
    typed.put("limit", "300");

    var refused = send(path, 1, typed);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("An amount is a number and a currency: 12.50 GBP.")
        .contains(">Thirty chairs</textarea>", "value=\"30\"", "value=\"The hall\"")
        .contains("value=\"" + day + "\"", "value=\"300\"", "value=\"edda@sea.test\"");
    assertThat(board.standing(scope)).isEmpty();
  }

  @Test
  void call_openedWithoutTheTick_keepsTheTime() {
    String page = link("call", bought());

    var refused = send(page, page + "/open", 1, Map.of("lasts", "5", "unit", "hours"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("Tick that what you wrote is complete.", "value=\"5\"")
        .contains("value=\"hours\" selected");
  }

  @Test
  void bid_refused_keepsTheAmountAndOnlyTakingItBackNeedsNone() {
    String page = seller();
    send(page, 0, Map.of("amount", "250"));

    var refused = send(page, 0, Map.of("amount", "cheap"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("An amount is a number and a currency", "value=\"cheap\"")
        .containsOnlyOnce("formnovalidate")
        .contains("name=\"withdraw\" value=\"yes\" formnovalidate");
  }

  @Test
  void wish_sentTwice_isOneWishAndTheNextFormAnother() {
    String form = filled(path, 1, purchase());

    var first = post(path, form);
    var again = post(path, form);
    var next = send(path, 1, purchase());

    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(again.headers().map().get("location"))
        .isEqualTo(first.headers().map().get("location"))
        .containsExactly(path + "?posted=aside&lang=en");
    assertThat(next.statusCode()).isEqualTo(303);
    assertThat(board.standing(scope)).hasSize(2);
    assertThat(get(path + "?posted=aside").body()).contains("a person looks at it first");
  }

  @Test
  void bid_sentTwice_isOneBidWithOneReceipt() {
    String page = seller();
    String form = filled(page, 0, Map.of("amount", "250"));

    String receipt = location(post(page, form));
    String again = location(post(page, form));

    assertThat(receipt).startsWith(page + "?lang=en&receipt=");
    assertThat(number(receipt)).isEqualTo(number(again)).isEqualTo(number(receipt));
    assertThat(get(receipt).body()).contains("Your bid of 250.00 GBP was received and closed.");
    assertThat(get(seller() + receipt.substring(page.length())).body()).doesNotContain("250.00");
    assertThat(deeds(page)).containsExactly("opened", "invited", "bid");

    send(page, 0, Map.of("amount", "250"));
    String back = filled(page, 0, Map.of("withdraw", "yes"));
    assertThat(location(post(page, back))).isEqualTo(page + "?lang=en");
    assertThat(location(post(page, back))).isEqualTo(page + "?lang=en");
    assertThat(deeds(page)).containsExactly("opened", "invited", "bid", "bid", "withdrawn");
  }

  @Test
  void bid_backToAnEarlierFormAfterAnotherBid_isANewBid() {
    String page = seller();
    String first = filled(page, 0, Map.of("amount", "240"));

    post(page, first);
    send(page, 0, Map.of("amount", "230"));
    String receipt = location(post(page, first));

    assertThat(deeds(page)).containsExactly("opened", "invited", "bid", "bid", "bid");
    assertThat(get(receipt).body()).contains("Your bid of 240.00 GBP was received and closed.");
    assertThat(location(post(page, first))).startsWith(page + "?lang=en&receipt=");
    assertThat(deeds(page)).hasSize(5);
  }

  @Test
  void call_openedTwice_isOpenOnce() {
    UUID wish = bought();
    String page = link("call", wish);
    String form = filled(page, 1, Map.of("lasts", "5", "unit", "hours", "sure", "yes"));

    assertThat(location(post(page + "/open", form))).isEqualTo(page + "?lang=en");
    assertThat(location(post(page + "/open", form))).isEqualTo(page + "?lang=en");
    assertThat(calls.log(scope, calls.ofWish(scope, wish).id())).hasSize(1);
  }

  @Test
  void pages_askedForInGerman_areGermanWithTheirRefusalsAndLetters() {
    String board = path + "?lang=de";
    var typed = purchase();
    typed.put("quantity", "0");
    var refused = send(board, 1, typed);
    var draft =
        new WishDraft(
            "Eine Bank", "ida@sea.test", null, null, "i", false, null, PageLanguage.of("de"));
    UUID wish = this.board.post(scope, draft).id();
    String seller = seller() + "?lang=de";
    var cheap = send(seller, 0, Map.of("amount", "billig"));

    assertThat(get(board).body())
        .contains("<html lang=\"de\"", "Was wünschen Sie sich?", "Wunsch 1, 1 Stimme", "Aushängen");
    assertThat(refused.body()).contains("Wie viele: eine ganze Zahl von 1 bis 999999.");
    assertThat(location(send(board, 1, purchase()))).isEqualTo(path + "?posted=aside&lang=de");
    assertThat(get(link("call", wish) + "?lang=de").body())
        .contains("Wunsch 1 an der Tafel.", "Ja, senden Sie Antworten dorthin");
    assertThat(cheap.body()).contains("Harbour, Ihr Preis?", "Verschlossen senden", "240.00.</p>");
    assertThat(subjects()).contains("Ist das Ihre Adresse?");
  }

  private List<String> subjects() {
    return ServerFixture.transactions()
        .in(scope, tx -> tx.sql("select subject from delivery").query(String.class).list());
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static String number(String receipt) {
    Matcher number = Pattern.compile("Number</dt><dd>([0-9a-f]{64})").matcher(get(receipt).body());
    assertThat(number.find()).isTrue();
    return number.group(1);
  }

  private List<String> deeds(String seller) {
    UUID about =
        ServerFixture.bean(ClientLinks.class)
            .open(seller.substring(seller.lastIndexOf('/') + 1), "seller")
            .about();
    UUID wish =
        ServerFixture.transactions()
            .in(scope, tx -> CallBook.seller(tx, about))
            .orElseThrow()
            .wish();
    return calls.log(scope, calls.ofWish(scope, wish).id()).stream().map(LogLine::deed).toList();
  }

  private Map<String, String> purchase() {
    var typed = new LinkedHashMap<String, String>();
    typed.put("text", "Thirty chairs");
    typed.put("quantity", "30");
    typed.put("place", "The hall");
    typed.put("day", day);
    typed.put("limit", "300.00 GBP");
    typed.put("mail", "edda@sea.test");
    typed.put("buy", "yes");
    return typed;
  }

  private UUID bought() {
    var purchase = new Purchase(30, "The hall", LocalDate.parse(day), "GBP");
    Money limit = Money.of("300.00 GBP");
    return board
        .post(
            scope,
            new WishDraft(
                "Thirty chairs",
                "edda@sea.test",
                purchase,
                limit,
                "e",
                false,
                null,
                PageLanguage.of("en")))
        .id();
  }

  /// A seller's own page of a call that is open.
  private String seller() {
    UUID wish = bought();
    var seller =
        new Seller(ServerFixture.bean(Ids.class).next(), wish, 1, "Harbour", "h@sell.test");
    ServerFixture.transactions()
        .run(scope, tx -> CallBook.invite(tx, scope, seller, Instant.now()));
    calls.open(scope, wish, Duration.ofHours(1));
    return link("seller", seller.id());
  }

  private String link(String kind, UUID about) {
    String url =
        ServerFixture.bean(ClientLinks.class)
            .make(scope, kind, about, Duration.ofDays(1), ines)
            .url();
    return url.substring(url.indexOf("/p/"));
  }

  private static HttpResponse<String> send(String page, int form, Map<String, String> fields) {
    return send(page, page, form, fields);
  }

  /// Opens a page and sends one of its forms, filled in.
  private static HttpResponse<String> send(
      String page, String to, int form, Map<String, String> fields) {
    return post(to, filled(page, form, fields));
  }

  private static String filled(String page, int form, Map<String, String> fields) {
    Matcher token = Pattern.compile("name=\"t\" value=\"([^\"]+)\"").matcher(get(page).body());
    String own = token.results().skip(form).findFirst().orElseThrow().group(1);
    return "t="
        + own
        + fields.entrySet().stream()
            .map(one -> "&" + one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(url(path)));
  }

  private static HttpResponse<String> post(String path, String form) {
    return send(
        HttpRequest.newBuilder(url(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static URI url(String path) {
    return URI.create(ServerFixture.server().url() + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return BROWSER.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /* From an address of its own, so that other tests do not use up what one address may send. */
  private static HttpClient browser() {
    try {
      InetAddress own = InetAddress.getByName("127.0.0.81");
      return HttpClient.newBuilder().localAddress(own).build();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

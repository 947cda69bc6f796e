package org.wordborne.server.publicpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.ServerFixture.Answer;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.QrCode;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// What holds for every public page.
class PublicPageTest {
  private static final Scope SCOPE = ServerFixture.defaultScope();
  private static final SignedIn INES = new SignedIn(null, SCOPE.workspace(), "Ines", "owner");

  @Test
  void page_anyone_loadsNothingButItsOwnStyleAndSetsNoCookie() {
    Answer page = ServerFixture.send(ServerFixture.request("/p/echo").build());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-")
        .doesNotContain("script", "nonce");
    assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
    assertThat(page.header("Set-Cookie")).isEmpty();
    assertThat(page.body()).contains("/p/style.css").doesNotContain("<script", "style=\"");
    assertThat(ServerFixture.send(ServerFixture.request("/p/style.css").build()).body())
        .contains("--sheet:", "prefers-contrast", "/fonts/literata-latin.woff2");
  }

  @Test
  void post_markupAndScriptAddress_areShownAsWords() {
    Answer shown = post("from-a-form", "javascript:alert(1)//<img src=x onerror=alert(1)>\"");

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body())
        .contains("javascript:alert(1)//&lt;img src=x onerror=alert(1)&gt;&quot;")
        .doesNotContain("<img", "href=\"javascript");
  }

  @Test
  void post_withoutTheFormsOwnWord_isTakenAndCalledFast() {
    Answer shown = post("nobodys", "hello");

    assertThat(shown.body()).contains("<p>fast</p>");
    assertThat(shown.body()).doesNotContain("7f000001");
  }

  @Test
  void post_fromAForeignPage_isRefused() {
    var request =
        ServerFixture.request("/p/echo")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "https://elsewhere.example")
            .POST(BodyPublishers.ofString("word=hello"))
            .build();

    assertThat(ServerFixture.send(request).status()).isEqualTo(403);
  }

  @Test
  void page_withAnEncodedLetter_isTheSameGround() {
    Answer shown = page("/%70/echo");
    var large =
        HttpRequest.newBuilder(URI.create(ServerFixture.server().url() + "/%70/echo"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("word=" + "a".repeat(100_000)))
            .build();

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("Content-Security-Policy")).doesNotContain("script");
    assertThat(ServerFixture.send(large).status()).isEqualTo(413);
    assertThat(page("/%70/echo/" + "A".repeat(43)).body()).contains("There is nothing here");
  }

  @Test
  void post_overAHundredKilobytes_isRefused() {
    assertThat(post("x", "a".repeat(100_000)).status()).isEqualTo(413);
  }

  @Test
  void post_aThousandTimesFromOnePlace_keepsTheLimitAndSaysSo() throws Exception {
    int before = EchoPage.KEPT.get();
    var refused = new AtomicInteger();
    try (var flood =
        HttpClient.newBuilder()
            .localAddress(java.net.InetAddress.getByName("127.0.0.77"))
            .build()) {
      var request = form("word=hello");
      IntStream.range(0, 1_000).forEach(i -> send(flood, request, refused));
    }

    assertThat(EchoPage.KEPT.get() - before).isBetween(40, 60);
    assertThat(refused.get()).isGreaterThan(900);
  }

  @Test
  void link_otherKindWithdrawnOrRunOut_doesNotOpen() {
    var links = ServerFixture.bean(ClientLinks.class);
    UUID about = UUID.randomUUID();
    var good = links.make(SCOPE, "echo", about, Duration.ofDays(1), INES);
    var late = links.make(SCOPE, "echo", about, Duration.ofSeconds(-1), INES);
    String token = good.url().substring(good.url().lastIndexOf('/') + 1);
    String lateToken = late.url().substring(late.url().lastIndexOf('/') + 1);

    assertThat(links.open(token, "echo").about()).isEqualTo(about);
    assertThatThrownBy(() -> links.open(token, "statement")).isInstanceOf(NotFoundException.class);
    assertThat(page("/p/echo/" + lateToken).status()).isEqualTo(410);
    assertThat(page("/p/echo/" + "A".repeat(43)).status()).isEqualTo(404);
    links.revoke(SCOPE, good.id());
    assertThat(page("/p/echo/" + token).body()).contains("withdrawn");
  }

  @Test
  void door_madeTwice_isTheSameAndOpensOnlyItsKind() {
    var doors = ServerFixture.bean(PublicDoors.class);
    UUID about = UUID.randomUUID();
    String first = made(doors, about);

    assertThat(made(doors, about)).isEqualTo(first).hasSize(43);
    assertThat(doors.open(first, "echo")).isEqualTo(new Door(SCOPE, "echo", about));
    assertThat(doors.of(SCOPE, "echo", about)).contains(first);
    assertThatThrownBy(() -> doors.open(first, "x")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void nothingThere_anyMethod_isAPageAndNotTheHouse() {
    assertThat(page("/p/no/such").status()).isEqualTo(404);
    assertThat(page("/p/no/such").body()).contains("There is nothing here").doesNotContain("root");
    assertThat(page("/l/NOSUCH").status()).isEqualTo(404);
  }

  @Test
  void fault_askedForInGerman_isToldInGerman() {
    var german = ServerFixture.request("/p/no/such").header("Accept-Language", "de-AT,en;q=0.5");

    assertThat(ServerFixture.send(german.build()).body())
        .contains("<html lang=\"de\"", "Hier ist nichts", "Unter dieser Adresse ist nichts");
    assertThat(page("/p/echo/" + "A".repeat(43) + "?lang=de").body()).contains("Hier ist nichts");
    assertThat(page("/p/no/such?lang=en").body()).contains("There is nothing here");
  }

  @Test
  void qr_anAddress_isADrawingAndAPicture() {
    assertThat(QrCode.svg("https://words.example/l/ABC")).startsWith("<svg").contains("h1v1h-1z");
    assertThat(QrCode.png("https://words.example/l/ABC", 300)).startsWith(0x89, 'P', 'N', 'G');
  }

  private static String made(PublicDoors doors, UUID about) {
    return ServerFixture.transactions().in(SCOPE, tx -> doors.make(SCOPE, tx, "echo", about));
  }

  private static Answer page(String path) {
    return ServerFixture.send(ServerFixture.request(path).build());
  }

  private static Answer post(String token, String word) {
    return ServerFixture.send(
        form("t=" + token + "&word=" + URLEncoder.encode(word, StandardCharsets.UTF_8)));
  }

  private static HttpRequest form(String body) {
    return HttpRequest.newBuilder(URI.create(ServerFixture.server().url() + "/p/echo"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static void send(HttpClient from, HttpRequest request, AtomicInteger refused) {
    try {
      refused.addAndGet(from.send(request, BodyHandlers.discarding()).statusCode() == 429 ? 1 : 0);
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

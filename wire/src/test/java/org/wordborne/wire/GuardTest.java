package org.wordborne.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/* Who may be dialled. Public addresses are dialled into a loopback canary that keeps a book. */
class GuardTest {
  private final List<String> dialled = new ArrayList<>();
  private FaultServer canary;

  @BeforeEach
  void start() throws IOException {
    canary = new FaultServer().on("/", "HTTP/1.1 200 OK", "hi");
  }

  @AfterEach
  void stop() throws IOException {
    canary.close();
  }

  private GuardedHttp http(AllowedPrivate allowed, HostResolver resolver) {
    Dialer dialer =
        (to, millis) -> {
          dialled.add(to.getAddress().getHostAddress() + ":" + to.getPort());
          var socket = new Socket();
          socket.connect(new InetSocketAddress("127.0.0.1", canary.port()), millis);
          return socket;
        };
    var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return new GuardedHttp(allowed, HttpLimits.standard(), resolver, dialer, tls);
  }

  private static HostResolver answers(String... addresses) {
    return host -> {
      var found = new ArrayList<InetAddress>();
      for (String address : addresses) {
        found.add(InetAddress.ofLiteral(address));
      }
      return found;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://127.0.0.1./",
        "http://１２７.0.0.1/",
        "http://127。0。0。1/",
        "http://0/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://172.31.255.255/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/",
        "http://100.64.0.1/",
        "http://100.127.255.254/",
        "http://192.0.0.8/",
        "http://192.0.2.1/",
        "http://198.18.0.1/",
        "http://198.51.100.1/",
        "http://203.0.113.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://240.0.0.1/",
        "http://192.88.99.1/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:8.8.8.8]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b:1::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:7f00:1::]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[fd12:3456::1]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[2001:db8::1]/",
        "http://[100::1]/",
        "http://[5f00::1]/",
        "http://u:p@127.0.0.1/",
        "http:\\\\127.0.0.1\\",
        "http:127.0.0.1",
        "//127.0.0.1/",
        "http://[fe80::1%25eth0]/",
        "http://[::1%lo]/",
        "http://%31%32%37.0.0.1/"
      })
  void get_privateInAnySpelling_isNeverDialled(String url) {
    var http = http(AllowedPrivate.none(), answers("127.0.0.1"));

    var fault = catchThrowableOfType(HttpFault.class, () -> http.get(url));

    assertThat(fault).isNotNull();
    assertThat(fault.mayHaveArrived()).isFalse();
    assertThat(dialled).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111"})
  void get_publicAddress_isDialled(String address) throws HttpFault {
    var http = http(AllowedPrivate.none(), answers(address));

    var answer = http.get("http://cafe.example/");

    assertThat(answer.body()).asString().isEqualTo("hi");
    assertThat(canary.asked.getFirst()).contains("Host: cafe.example\r\n");
  }

  @Test
  void get_oneOfSeveralAddressesIsPrivate_isRefused() {
    var http = http(AllowedPrivate.none(), answers("8.8.8.8", "10.0.0.1"));

    var fault = catchThrowableOfType(HttpFault.class, () -> http.get("http://cafe.example/"));

    assertThat(fault.detail()).isEqualTo("10.0.0.1 is a private address (10.0.0.0/8)");
    assertThat(dialled).isEmpty();
  }

  @Test
  void get_nameThatAnswersDifferentlyTheSecondTime_dialsWhatWasJudged() throws HttpFault {
    var count = new AtomicInteger();
    HostResolver rebinding =
        host ->
            List.of(InetAddress.ofLiteral(count.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1"));
    var http = http(AllowedPrivate.none(), rebinding);

    http.get("http://rebind.example/");

    assertThat(dialled).containsExactly("8.8.8.8:80");
    assertThat(count).hasValue(1);
  }

  @Test
  void get_redirectToNameThatNowIsPrivate_isRefusedThere() {
    var count = new AtomicInteger();
    HostResolver rebinding =
        host ->
            List.of(InetAddress.ofLiteral(count.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1"));
    canary.redirect("/go", 302, "http://rebind.example/secret");
    var http = http(AllowedPrivate.none(), rebinding);

    var fault = catchThrowableOfType(HttpFault.class, () -> http.get("http://rebind.example/go"));

    assertThat(fault.kind()).isEqualTo(HttpFault.Kind.UNREACHABLE);
    assertThat(dialled).hasSize(1);
  }

  @Test
  void get_refusedAndClosed_sayTheSameToAPage() throws IOException {
    var refused = new GuardedHttp(AllowedPrivate.none());
    var closed = new GuardedHttp(AllowedPrivate.of(List.of(canary.pair())));
    String url = canary.url("/");
    canary.close();

    var first = catchThrowableOfType(HttpFault.class, () -> refused.get(url));
    var second = catchThrowableOfType(HttpFault.class, () -> closed.get(url));

    assertThat(first).hasMessage(second.getMessage());
    assertThat(first.detail()).isNotEqualTo(second.detail());
  }

  @ParameterizedTest
  @CsvSource({"http://cafe.example:22/", "http://cafe.example:8080/", "https://cafe.example:25/"})
  void get_otherPort_isRefused(String url) {
    var http = http(AllowedPrivate.none(), answers("8.8.8.8"));

    var fault = catchThrowableOfType(HttpFault.class, () -> http.get(url));

    assertThat(fault.kind()).isEqualTo(HttpFault.Kind.BAD_ADDRESS);
    assertThat(dialled).isEmpty();
  }

  @Test
  void get_allowedPair_opensThatPortAlone() throws HttpFault {
    var http = http(AllowedPrivate.of(List.of("127.0.0.1:9001")), answers("127.0.0.1"));

    http.get("http://localhost:9001/");
    var fault = catchThrowableOfType(HttpFault.class, () -> http.get("http://127.0.0.1:9002/"));

    assertThat(fault).isNotNull();
    assertThat(dialled).containsExactly("127.0.0.1:9001");
  }

  @Test
  void get_allowedNameAsPrefix_opensNothing() {
    var http = http(AllowedPrivate.of(List.of("localhost:80")), answers("127.0.0.1"));

    var fault =
        catchThrowableOfType(HttpFault.class, () -> http.get("http://localhost.evil.example/"));

    assertThat(fault).isNotNull();
    assertThat(dialled).isEmpty();
  }

  @Test
  void get_unknownName_saysSo() {
    HostResolver nobody =
        host -> {
          throw new UnknownHostException(host);
        };
    var http = http(AllowedPrivate.none(), nobody);

    var fault = catchThrowableOfType(HttpFault.class, () -> http.get("http://cafee.example/"));

    assertThat(fault).hasMessage("The name cafee.example is not known. Is it spelled right?");
  }

  @Test
  void check_tellsTheOperatorWhy() {
    var http = http(AllowedPrivate.none(), answers("169.254.169.254"));

    var verdict = http.check("http://metadata.example/");

    assertThat(verdict.allowed()).isFalse();
    assertThat(verdict.why()).contains("link-local");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "localhost:", ":80", "a:b", "http://x:80", "x:99999"})
  void allowedPrivate_notHostAndPort_isRefusedByName(String written) {
    var fault =
        catchThrowableOfType(
            IllegalArgumentException.class, () -> AllowedPrivate.of(List.of(written)));

    assertThat(fault).hasMessageContaining("'" + written + "'");
  }
}

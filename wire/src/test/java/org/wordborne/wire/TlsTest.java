package org.wordborne.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* The certificate must be valid for the name in the address, whatever address was dialled. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;
  private static SSLContext trusting;
  private static FaultServer server;

  @BeforeAll
  static void start() throws Exception {
    KeyStore keys = keys();
    var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, PASSWORD);
    var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trustManagers.init(keys);
    trusting = SSLContext.getInstance("TLS");
    trusting.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
    var listener =
        trusting
            .getServerSocketFactory()
            .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    server = new FaultServer(listener).on("/", "HTTP/1.1 200 OK", "safe");
    server.redirect("/down", 302, "http://cafe.example/");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static KeyStore keys() throws Exception {
    Path file = folder.resolve("keys.p12");
    int done =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=cafe.example",
                "-ext",
                "san=dns:cafe.example",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .start()
            .onExit()
            .get(60, TimeUnit.SECONDS)
            .exitValue();
    assertThat(done).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    var entry = keys.getCertificate("a");
    keys.setCertificateEntry("trusted", entry);
    return keys;
  }

  private static GuardedHttp http(SSLSocketFactory tls) {
    Dialer dialer =
        (to, millis) -> {
          var socket = new Socket();
          socket.connect(new InetSocketAddress("127.0.0.1", server.port()), millis);
          return socket;
        };
    HostResolver publicOne = host -> List.of(InetAddress.ofLiteral("8.8.8.8"));
    return new GuardedHttp(AllowedPrivate.none(), HttpLimits.standard(), publicOne, dialer, tls);
  }

  @Test
  void get_certificateOfThatName_isTrusted() throws HttpFault {
    var answer = http(trusting.getSocketFactory()).get("https://cafe.example/");

    assertThat(answer.body()).asString().isEqualTo("safe");
  }

  @Test
  void get_certificateOfAnotherName_isRefused() {
    var http = http(trusting.getSocketFactory());

    var fault = catchThrowableOfType(HttpFault.class, () -> http.get("https://other.example/"));

    assertThat(fault.kind()).isEqualTo(HttpFault.Kind.UNTRUSTED);
    assertThat(fault).hasMessage("The certificate of other.example is not valid for that name.");
    assertThat(fault.mayHaveArrived()).isFalse();
  }

  @Test
  void get_certificateThatNobodySigned_isRefused() {
    var http = http((SSLSocketFactory) SSLSocketFactory.getDefault());

    var fault = catchThrowableOfType(HttpFault.class, () -> http.get("https://cafe.example/"));

    assertThat(fault.kind()).isEqualTo(HttpFault.Kind.UNTRUSTED);
  }

  @Test
  void send_credentialsAndRedirectToHttp_isRefused() {
    var http = http(trusting.getSocketFactory());
    var ask = HttpAsk.get("https://cafe.example/down").withBasic("me", Secret.of("pw"));

    var fault = catchThrowableOfType(HttpFault.class, () -> http.send(ask));

    assertThat(fault.kind()).isEqualTo(HttpFault.Kind.BAD_REDIRECT);
    assertThat(fault).hasMessageContaining("from https to http");
  }
}

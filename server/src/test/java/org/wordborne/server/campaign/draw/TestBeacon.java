package org.wordborne.server.campaign.draw;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.wordborne.effect.BeaconChain;
import supranational.blst.P1;
import supranational.blst.P2;
import supranational.blst.SecretKey;

/// A beacon with a key of its own and one relay, which can be told to be silent or to lie.
final class TestBeacon implements AutoCloseable {
  private static final String DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
  private final SecretKey key = new SecretKey();
  private final HttpServer relay;
  private final BeaconChain chain;
  private volatile String mood = "honest";

  TestBeacon(int port) {
    key.keygen(sha256("a key for tests".getBytes(StandardCharsets.UTF_8)));
    try {
      relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    relay.createContext(
        "/",
        exchange -> {
          long round = Long.parseLong(exchange.getRequestURI().getPath().replaceAll(".*/", ""));
          String signature = signature(mood.equals("lies") ? round + 1 : round);
          byte[] body =
              "{\"round\":%d,\"signature\":\"%s\"}"
                  .formatted(round, signature)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(mood.equals("silent") ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    relay.start();
    chain =
        new BeaconChain(
            "A beacon for tests",
            "ab".repeat(32),
            HexFormat.of().formatHex(new P2(key).compress()),
            1_700_000_000L,
            3,
            BeaconChain.SCHEME,
            List.of("http://127.0.0.1:" + port));
  }

  BeaconChain chain() {
    return chain;
  }

  void mood(String now) {
    mood = now;
  }

  String signature(long round) {
    byte[] message = sha256(ByteBuffer.allocate(Long.BYTES).putLong(round).array());
    return HexFormat.of().formatHex(new P1().hash_to(message, DOMAIN).sign_with(key).compress());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @Override
  public void close() {
    relay.stop(0);
  }
}

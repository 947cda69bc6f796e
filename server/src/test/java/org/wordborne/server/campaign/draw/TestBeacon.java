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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.Check;
import org.wordborne.effect.Draw;
import org.wordborne.effect.Drawn;
import org.wordborne.effect.Place;
import org.wordborne.effect.Proof;
import supranational.blst.P1;
import supranational.blst.P2;
import supranational.blst.SecretKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A beacon with a key of its own and one relay, which can be told to be silent or to lie.
final class TestBeacon implements AutoCloseable {
  private static final String DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
  private final SecretKey key = new SecretKey();
  private final HttpServer relay;
  private final BeaconChain chain;
  private final AtomicInteger asked = new AtomicInteger();
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
          asked.incrementAndGet();
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

  /// How often its relay was asked.
  int asked() {
    return asked.get();
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

  /// Whether rule, seal, beacon and draw of a proof hold.
  List<Boolean> holds(String json) {
    return Draw.verify(proof(json), null, Set.of(chain)).stream().map(Check::holds).toList();
  }

  private Proof proof(String text) {
    JsonNode json = JsonMapper.builder().build().readTree(text);
    var list = new ArrayList<String>();
    json.path("list").forEach(line -> list.add(line.asString()));
    var order = new ArrayList<Integer>();
    json.path("order").forEach(one -> order.add(one.asInt()));
    return new Proof(
        json.path("commitment").asString(),
        json.path("commitmentHash").asString(),
        chain,
        json.path("round").asLong(),
        json.path("signature").asString(),
        json.path("secret").asString(),
        new Drawn(
            json.path("seed").asString(),
            order,
            places(json.path("winners")),
            places(json.path("alternates"))),
        0,
        list,
        "",
        "");
  }

  private static List<Place> places(JsonNode json) {
    var places = new ArrayList<Place>();
    json.forEach(
        one ->
            places.add(
                new Place(
                    one.path("prize").asString(""),
                    one.path("number").asInt(),
                    one.path("code").asString())));
    return places;
  }

  @Override
  public void close() {
    relay.stop(0);
  }
}

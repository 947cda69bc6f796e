package org.wordborne.town;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wordborne.town.Chronicle.Happening;

/// Carries what is said at the webhook places to those who asked for it, in order, again and again
/// until it is acknowledged. After a pause it sends up to a hundred at once.
final class Deliveries implements AutoCloseable {

  private static final int MOST = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Life life;
  private final PostJson.Addresses addresses;
  private final InstantSource clock;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private final Map<Institution, Connection> connections = new ConcurrentHashMap<>();
  private volatile boolean closing;
  private volatile boolean closed;

  private record Connection(URI url, String secret, Thread carrier) {}

  Deliveries(Life life, PostJson.Addresses addresses, InstantSource clock) {
    this.life = life;
    this.addresses = addresses;
    this.clock = clock;
  }

  void connect(Institution place, URI url, String secret) {
    if (!place.hasWebhook()) {
      throw new IllegalArgumentException(place.title + " is polled, it delivers nothing");
    }
    var carrier = Thread.ofVirtual().unstarted(() -> carry(place, url, secret));
    var before = connections.put(place, new Connection(url, secret, carrier));
    if (before != null) {
      before.carrier().interrupt();
    }
    carrier.start();
  }

  String secret(Institution place) {
    var connection = connections.get(place);
    return connection == null ? "" : connection.secret();
  }

  private void carry(Institution place, URI url, String secret) {
    int failures = 0;
    try {
      while (!closing && !Thread.currentThread().isInterrupted()) {
        var parcel = next(place);
        if (parcel.happenings().isEmpty()) {
          if (parcel.upTo() > parcel.from()) {
            told(place, parcel.upTo());
          }
          Thread.sleep(60);
          continue;
        }
        if (send(url, secret, place, parcel)) {
          told(place, parcel.upTo());
          failures = 0;
        } else {
          Thread.sleep(Math.min(30_000, 400L << Math.min(failures++, 7)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Parcel(int from, int upTo, List<Happening> happenings, String type) {}

  /// The next happenings of one kind that were not yet told.
  private Parcel next(Institution place) {
    synchronized (life.lock()) {
      var all = life.chronicle().happenings();
      int from = life.chronicle().delivered(place);
      var chosen = new ArrayList<Happening>();
      String type = "";
      int at = from;
      for (; at < all.size() && chosen.size() < MOST; at++) {
        var one = all.get(at);
        if (one.word().place != place) {
          continue;
        }
        if (!type.isEmpty() && !type.equals(one.type())) {
          break;
        }
        type = one.type();
        chosen.add(one);
      }
      return new Parcel(from, at, chosen, type);
    }
  }

  private void told(Institution place, int upTo) {
    synchronized (life.lock()) {
      if (!closed) {
        life.chronicle().deliveredUpTo(place, upTo);
      }
    }
  }

  private boolean send(URI url, String secret, Institution place, Parcel parcel)
      throws InterruptedException {
    var items = new ArrayList<String>();
    synchronized (life.lock()) {
      for (Happening one : parcel.happenings()) {
        items.add(
            parcel.type().equals("post.deleted")
                ? "{\"id\":" + PostJson.quoted(addresses.id(one.word())) + "}"
                : PostJson.post(one.word(), addresses, false));
      }
    }
    String data = items.size() == 1 ? items.getFirst() : "[" + String.join(",", items) + "]";
    var now = clock.instant();
    String body =
        "{\"type\":\""
            + parcel.type()
            + "\",\"timestamp\":\""
            + PostJson.time(now)
            + "\",\"data\":"
            + data
            + "}";
    String id = "msg_" + place.idPrefix + parcel.from() + "-" + parcel.upTo();
    try {
      return post(http, url, secret, id, now.getEpochSecond(), body) / 100 == 2;
    } catch (IOException e) {
      return false; // Nobody there yet: the caller waits and tries again.
    }
  }

  /// Posts one signed message and returns the status of the response.
  static int post(HttpClient http, URI url, String secret, String id, long timestamp, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(timestamp))
            .header("webhook-signature", Signature.sign(secret, id, timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /// Ends; what is on its way may arrive first, so that it is not told again after the next start.
  @Override
  public void close() {
    closing = true;
    try {
      for (Connection connection : connections.values()) {
        connection.carrier().join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closed = true;
    connections.values().forEach(connection -> connection.carrier().interrupt());
    http.shutdownNow();
  }
}

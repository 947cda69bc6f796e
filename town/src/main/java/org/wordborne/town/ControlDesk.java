package org.wordborne.town;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.wordborne.town.Door.Answer;
import org.wordborne.town.Door.Asked;
import tools.jackson.databind.json.JsonMapper;

/// What the town's control address answers: its books, what it was sent, and orders to it.
final class ControlDesk implements Door.Desk {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int TELEXES_KEPT = 200;

  private final Town town;
  private final TownBeacon beacon;
  private final PostOffice postOffice;
  private final List<String> telexes = new ArrayList<>();

  ControlDesk(Town town, TownBeacon beacon, PostOffice postOffice) {
    this.town = town;
    this.beacon = beacon;
    this.postOffice = postOffice;
  }

  @Override
  public Answer answer(Asked asked) {
    if (asked.path().startsWith("/beacon")) {
      return beacon.answer(asked.path(), town.beaconRelay());
    }
    return switch (asked.path()) {
      case "/book" -> Answer.of("application/x-ndjson", town.book());
      case "/places" -> Answer.json(200, town.placesJson());
      case "/connect" -> connect(asked);
      case "/play" -> play(asked);
      case "/incidents" -> Answer.json(200, town.incidents());
      case "/bad-word" -> Answer.json(200, town.badWordBook());
      case "/contest" -> contest(asked);
      case "/contest-truth" -> Answer.json(200, town.contestTruth());
      case "/past" -> past(asked);
      case "/themes" -> Answer.json(200, town.weeksBook(TwelveWeeks::themesBook));
      case "/campaign-truth" -> Answer.json(200, town.weeksBook(TwelveWeeks::campaignBook));
      case "/voice" -> Answer.json(200, town.weeksBook(TwelveWeeks::voiceBook));
      case "/mail" -> Answer.of("application/x-ndjson", postOffice.lines());
      case "/telex" -> telex(asked);
      default -> Answer.missing();
    };
  }

  private Answer past(Asked asked) {
    String name = asked.query().getOrDefault("name", "");
    return Answer.of("application/x-ndjson", String.join("\n", town.past(name).toList()) + "\n");
  }

  private Answer telex(Asked asked) {
    synchronized (telexes) {
      if (asked.method().equals("POST")) {
        var json = new StringBuilder("{");
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
          PostJson.field(json, name, asked.header(name));
        }
        PostJson.field(json, "body", asked.body());
        json.setCharAt(json.length() - 1, '}');
        telexes.add(json.toString());
        if (telexes.size() > TELEXES_KEPT) {
          telexes.removeFirst();
        }
        return Answer.json(200, "{\"taken\":true}");
      }
      return Answer.of("application/x-ndjson", String.join("\n", telexes) + "\n");
    }
  }

  private Answer play(Asked asked) {
    var order = JSON.readTree(asked.body());
    double speed = order.path("speed").asDouble(1);
    boolean begins = town.play(order.path("story").asString(""), speed > 0 ? speed : 1);
    return Answer.json(200, "{\"begins\":" + begins + "}");
  }

  private Answer contest(Asked asked) {
    var order = JSON.readTree(asked.body());
    double speed = order.path("speed").asDouble(1);
    URI page = URI.create(order.path("page").asString());
    boolean begins = town.playContest(page, order.path("tag").asString(), speed > 0 ? speed : 1);
    return Answer.json(200, "{\"begins\":" + begins + "}");
  }

  private Answer connect(Asked asked) {
    var order = JSON.readTree(asked.body());
    town.connect(
        order.path("name").asString(),
        URI.create(order.path("webhookUrl").asString()),
        order.path("secret").asString());
    return Answer.json(200, "{\"connected\":true}");
  }
}

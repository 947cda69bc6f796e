package org.wordborne.town;

import java.time.InstantSource;
import org.wordborne.town.Door.Answer;
import org.wordborne.town.Door.Asked;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A forum or a noticeboard: threads to read, and answers taken when they are signed.
final class BoardDesk implements Door.Desk {

  private static final JsonMapper JSON = new JsonMapper();

  private final Institution place;
  private final Life life;
  private final Pages pages;
  private final PostJson.Addresses addresses;
  private final Deliveries deliveries;
  private final InstantSource clock;

  BoardDesk(
      Institution place,
      Life life,
      Pages pages,
      PostJson.Addresses addresses,
      Deliveries deliveries,
      InstantSource clock) {
    this.place = place;
    this.life = life;
    this.pages = pages;
    this.addresses = addresses;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public Answer answer(Asked asked) {
    if (asked.path().equals("/answers")) {
      return asked.method().equals("POST") ? take(asked) : lookUp(asked);
    }
    return read(place, life, pages, "", asked);
  }

  /// The pages every place has: its front, threads and people.
  static Answer read(Institution place, Life life, Pages pages, String head, Asked asked) {
    String path = asked.path();
    synchronized (life.lock()) {
      if (path.equals("/")) {
        return Answer.html(pages.front(place, head));
      }
      if (path.startsWith("/u/")) {
        return Answer.html(pages.person(place, path.substring(3)));
      }
      if (path.startsWith("/t/")) {
        var word = life.chronicle().find(place, path.substring(3));
        if (word != null) {
          return Answer.html(pages.thread(word.root(), head));
        }
      }
      return Answer.missing();
    }
  }

  private Answer take(Asked asked) {
    String secret = deliveries.secret(place);
    if (secret.isEmpty() || !Signature.holds(secret, asked, clock.instant().getEpochSecond())) {
      return Answer.json(401, "{\"error\":\"the signature does not fit\"}");
    }
    JsonNode data;
    boolean begins;
    try {
      JsonNode told = JSON.readTree(asked.body());
      data = told.path("data");
      begins = told.path("type").asString("").equals("post.created");
    } catch (JacksonException e) {
      return Answer.json(400, "{\"error\":\"not JSON\"}");
    }
    String key = data.path("id").asString("");
    String text = data.path("text").asString("").strip();
    if (key.isEmpty() || text.isEmpty()) {
      return Answer.json(422, "{\"error\":\"data.id and data.text are needed\"}");
    }
    synchronized (life.lock()) {
      var known = life.chronicle().answer(key);
      if (known != null) {
        return Answer.json(200, receipt(known));
      }
      String as = data.path("author").path("name").asString("");
      if (begins) {
        String title = data.path("title").asString("");
        return Answer.json(201, receipt(life.post(place, key, title, text, as)));
      }
      var to = life.chronicle().find(place, data.path("inReplyTo").asString(""));
      if (to == null || to.gone()) {
        return Answer.json(404, "{\"error\":\"no such post here: inReplyTo\"}");
      }
      return Answer.json(201, receipt(life.answer(to, key, text, as)));
    }
  }

  private Answer lookUp(Asked asked) {
    synchronized (life.lock()) {
      var known = life.chronicle().answer(asked.query().getOrDefault("key", ""));
      return known == null || known.place != place
          ? Answer.json(404, "{\"error\":\"no answer of that key\"}")
          : Answer.json(200, receipt(known));
    }
  }

  private String receipt(Word word) {
    return "{\"id\":"
        + PostJson.quoted(addresses.id(word))
        + ",\"url\":"
        + PostJson.quoted(addresses.url(word))
        + "}";
  }
}

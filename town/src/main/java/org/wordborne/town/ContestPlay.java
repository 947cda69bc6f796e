package org.wordborne.town;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordborne.town.ContestCast.Entrant;
import org.wordborne.town.Word.Meaning;
import org.wordborne.town.Word.Speaker;

/// The story `contest`: people of the town enter a contest, by its public page as any browser
/// would and by posts with its hashtag, and the books know who they truly are.
///
/// Each comes from a network address of their own on this machine (127.1.…), where it has them.
final class ContestPlay {
  private static final Pattern TOKEN = Pattern.compile("name=\"t\" value=\"([^\"]*)\"");
  private static final Pattern REGION = Pattern.compile("<option value=\"((?!-)[^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("/p/e/([0-9A-Z]{10})\\?");
  private static final double LASTS = 30;

  private final Talk talk;
  private final Life life;
  private final InstantSource clock;
  private final long seed;
  private final List<Done> done = new ArrayList<>();
  private @Nullable Instant begunAt;
  private int still;

  /// What came of an entrant.
  ///
  /// @param status of the answer; 0 for a post, which gets none
  /// @param receipt the address of their own page; empty for a post
  private record Done(Entrant entrant, int status, String code, String receipt) {}

  ContestPlay(Talk talk, Life life, InstantSource clock, long seed) {
    this.talk = talk;
    this.life = life;
    this.clock = clock;
    this.seed = seed;
  }

  /// Begins it, once at a time.
  ///
  /// @param page the contest's public page
  /// @param tag its hashtag, without the sign
  /// @param speed how many times faster than in half a minute people come; forms take their time
  synchronized boolean play(URI page, String tag, double speed) {
    if (still > 0) {
      return false;
    }
    done.clear();
    begunAt = clock.instant();
    var all = new ContestCast(talk.population(), seed).all(LASTS / speed);
    still = all.size();
    for (Entrant one : all) {
      Thread.ofVirtual().start(() -> enter(one, page, tag));
    }
    return true;
  }

  private void enter(Entrant one, URI page, String tag) {
    Done came;
    try {
      Thread.sleep(Duration.ofMillis((long) (one.at() * 1_000)));
      came = one.post() ? post(one, tag) : form(one, page);
    } catch (IOException failed) {
      came = new Done(one, -1, "", "");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      came = new Done(one, -1, "", "");
    }
    synchronized (this) {
      done.add(came);
      still--;
    }
  }

  private Done post(Entrant one, String tag) {
    synchronized (life.lock()) {
      var place = one.person().id() % 2 == 0 ? Institution.FORUM : Institution.NOTICEBOARD;
      var word =
          new Word(
              talk.nextNumber(),
              place,
              Speaker.of(one.person(), place),
              "",
              "I would call it " + one.words() + ". #" + tag,
              clock.instant(),
              null,
              Meaning.of(
                  Theme.OAT,
                  0,
                  Objects.requireNonNull(Truth.parse("x pos praise".split(" "))),
                  "en"));
      life.chronicle().add(word);
    }
    return new Done(one, 0, "", "");
  }

  private Done form(Entrant one, URI page) throws IOException, InterruptedException {
    try (var http = client(one.address())) {
      var shown = http.send(HttpRequest.newBuilder(page).build(), text()).body();
      // Who fills it in takes the time from when the page is there.
      Thread.sleep(Duration.ofMillis((long) (one.fills() * 1_000)));
      var fields = new LinkedHashMap<String, String>();
      fields.put("t", first(TOKEN, shown));
      fields.put("lang", "en");
      fields.put("words", one.words());
      fields.put("name", one.person().name());
      fields.put("mail", one.mail());
      fields.put("region", first(REGION, shown));
      fields.put("age", "yes");
      fields.put("rules", "yes");
      if (one.kind().equals("friend")) {
        fields.put("toldBy", friend());
      }
      var request =
          HttpRequest.newBuilder(URI.create(page + "/enter"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
              .build();
      var answer = http.send(request, text());
      String to = answer.headers().firstValue("Location").orElse("");
      String code = first(CODE, to);
      String receipt = to.isEmpty() ? "" : page.resolve(to).toString();
      return new Done(one, answer.statusCode(), code, receipt);
    }
  }

  /// The code of somebody who entered before, honestly and by form.
  private synchronized String friend() {
    return done.stream()
        .filter(one -> one.entrant().kind().equals("honest") && !one.code().isEmpty())
        .map(Done::code)
        .findFirst()
        .orElse("");
  }

  private static HttpClient client(String address) throws IOException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .localAddress(InetAddress.getByName(address))
        .build();
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /// The books: who truly entered, as JSON.
  synchronized String book() {
    var json = new StringBuilder("{");
    if (begunAt != null) {
      PostJson.field(json, "begunAt", begunAt.toString());
    }
    json.append("\"still\":").append(still).append(",\"entries\":[");
    for (Done one : done) {
      json.append(json.charAt(json.length() - 1) == '[' ? "{" : ",{");
      PostJson.field(json, "kind", one.entrant().kind());
      PostJson.field(json, "way", one.entrant().post() ? "hashtag" : "form");
      PostJson.field(json, "words", one.entrant().words());
      PostJson.field(json, "code", one.code());
      PostJson.field(json, "receipt", one.receipt());
      json.append("\"status\":").append(one.status()).append('}');
    }
    return json.append("]}").toString();
  }
}

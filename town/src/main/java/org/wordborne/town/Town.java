package org.wordborne.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wordborne.town.Door.Answer;
import org.wordborne.town.Door.Asked;
import tools.jackson.databind.json.JsonMapper;

/// Alderwick, opened on a folder: its past, its living channels on loopback, and its books.
///
/// Safe for use by many threads. The same folder continues the same town: ids stay, and what was
/// said before the last stop is not said again. While it was closed the town was silent.
public final class Town implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String USERNAME = "lantern";

  private final TownOptions options;
  private final Map<Institution, Door> doors = new EnumMap<>(Institution.class);
  private final Map<Institution, String> homes = new EnumMap<>(Institution.class);
  private final Door control;
  private final PostJson.Addresses addresses;
  private final Life life;
  private final Deliveries deliveries;
  private final PostOffice postOffice = new PostOffice();
  private final List<String> telexes = new ArrayList<>();
  private final List<TownPlace> places;
  private final String password;
  private final Weeks weeks;
  private final TownBeacon beacon;
  private final ContestPlay contest;
  private boolean started;

  private Town(TownOptions options) {
    this.options = options;
    var record = TownRecord.openOrFound(options);
    password = password(record.seed());
    beacon = new TownBeacon(record.seed(), options.clock());
    control = Door.open(record.port(0), options.portBase() > 0);
    for (Institution place : Institution.values()) {
      int port = record.port(place.ordinal() + 1);
      doors.put(place, Door.open(port, options.portBase() > 0));
    }
    record.keepPorts(options.folder(), ports());
    doors.forEach((place, door) -> homes.put(place, door.home().toString()));
    addresses = place -> homes.getOrDefault(place, "");
    var population = Population.of(record.seed());
    var zone = options.zone();
    var talk =
        new Talk(record.seed(), record.firstDay(), record.zone(), population, record.firstNumber());
    var scenes = new Scenes(talk, record.firstDay(), record.zone());
    List<Word> past = past(record, talk, scenes);
    var chronicle = new Chronicle(past, options.folder(), talk);
    weeks = new Weeks(options.folder(), record, population, chronicle);
    var incidents = new Incidents(talk, chronicle, addresses);
    life = new Life(options, talk, scenes, chronicle, incidents);
    contest = new ContestPlay(talk, life, options.clock(), record.seed());
    deliveries = new Deliveries(life, addresses, options.clock());
    var pages = new Pages(chronicle, zone, addresses);
    doors.forEach((place, door) -> door.serve(desk(place, pages)));
    control.serve(this::control);
    places = doors.keySet().stream().map(this::place).toList();
  }

  private Door.Desk desk(Institution place, Pages pages) {
    return switch (place.kind) {
      case "webhook" -> new BoardDesk(place, life, pages, addresses, deliveries, options.clock());
      case "wordpress" -> new SiteDesk(place, life, pages, addresses, USERNAME, password);
      default -> new FeedDesk(place, life, pages, addresses);
    };
  }

  private static List<Word> past(TownRecord record, Talk talk, Scenes scenes) {
    var from = record.firstDay().minus(Duration.ofDays(record.historyDays()));
    var words = new ArrayList<>(History.live(talk, scenes, from, record.firstDay(), record.zone()));
    for (Institution place : Institution.values()) {
      if (place.isBlog()) {
        for (var at = from.plus(Duration.ofHours(9 + 5L * place.ordinal()));
            at.isBefore(record.firstDay());
            at = at.plus(Duration.ofHours(70 + 7L * place.ordinal()))) {
          words.add(Blogging.write(talk, place, at));
        }
      }
    }
    words.addAll(Incidents.past(record.firstDay(), record.firstNumber()));
    words.sort((a, b) -> a.at.compareTo(b.at));
    return words;
  }

  /// Opens the town of `options.folder()`, or founds it there.
  ///
  /// @throws UncheckedIOException if the folder cannot be read or written
  /// @throws IllegalStateException if a port of `portBase` is taken
  public static Town open(TownOptions options) {
    return new Town(options);
  }

  /// Lets people talk from now on.
  ///
  /// @return the places, the same on each call
  public synchronized List<TownPlace> start() {
    if (!started) {
      started = true;
      if (weeks.toldBefore()) {
        Thread.ofVirtual().start(this::campaignTruth);
      }
      life.start();
    }
    return places;
  }

  /// The places, whose pages and feeds can be read before anybody talks.
  public List<TownPlace> places() {
    return places;
  }

  /// The places as a JSON array.
  public String placesJson() {
    return JSON.writeValueAsString(places);
  }

  /// Lets the webhook place called `name` deliver its words to `webhookUrl`, signed with `secret`
  /// (`whsec_…`), and take answers signed with it. What it could not deliver waits and is tried
  /// again. Calling it again replaces the address.
  ///
  /// @throws IllegalArgumentException if there is no such place or it has no webhook
  public void connect(String name, URI webhookUrl, String secret) {
    deliveries.connect(Institution.titled(name), webhookUrl, secret);
  }

  /// The days before the town was founded, oldest first: one line of the import format each, with
  /// the extra field `source` (the place's name). The channels serve the same ids.
  public Stream<String> historyLines() {
    return life.chronicle().past().stream().map(word -> PostJson.post(word, addresses, true));
  }

  /// More past, brand words only, made when it is first asked for: one line of the import format
  /// each, as [#historyLines]. What it truly holds is in the books `/themes`, `/campaign-truth`
  /// and `/voice`.
  ///
  /// @param name `circle`, twelve weeks of the Lantern and its rivals up to a day before the first
  ///     day; or `small`, the same weeks of a mending shop that 24 people speak of
  /// @throws IllegalArgumentException if there is no such past
  public Stream<String> past(String name) {
    synchronized (life.lock()) {
      var words =
          switch (name) {
            case "circle" -> weeks.circle().words();
            case "small" -> weeks.small().words();
            default -> throw new IllegalArgumentException("no past is called " + name);
          };
      return words.stream().map(word -> PostJson.post(word, addresses, true));
    }
  }

  /// Lets a story happen now: `insignificant`, which happens only once here, or `bad-word`, a
  /// false claim that goes round among forty people.
  ///
  /// @param speed how many times faster than written, greater than 0
  /// @return whether it begins
  /// @throws IllegalArgumentException if there is no such story
  public boolean play(String story, double speed) {
    synchronized (life.lock()) {
      if (story.equals(BadWord.NAME)) {
        return life.badWord().play(speed, options.clock().instant());
      }
      return life.incidents().play(story, options.clock().instant(), speed);
    }
  }

  /// Lets people of the town enter a contest: a hundred of them within half a minute, by its public
  /// page and by posts with its hashtag; a ring of twelve among them is one person.
  ///
  /// @param page the contest's public page
  /// @param speed how many times faster
  /// @return whether it begins; not while it is under way
  public boolean playContest(URI page, String tag, double speed) {
    return contest.play(page, tag, speed);
  }

  /// Who truly entered, as JSON: `{"begunAt","still","entries":[{"kind","way","words","code",
  /// "receipt","status"}]}`; kinds are honest, friend, relay, class, family, ring and fan.
  public String contestTruth() {
    return contest.book();
  }

  /// Lets a story happen after a while, unless it has happened already.
  public void playAfter(String story, Duration pause) {
    synchronized (life.lock()) {
      life.incidents().plan(story, options.clock().instant().plus(pause));
    }
  }

  /// The stories that happened, as JSON: `[{"story","begunAt","words":[{"label","id","place","url",
  /// "author","at","answers"}]}]`, where `answers` counts how often the café's answer stands there.
  public String incidents() {
    synchronized (life.lock()) {
      return life.incidents().book();
    }
  }

  /// Where the books are: JSON Lines at `/book`, places at `/places`, `POST /connect`, stories at
  /// `/incidents`, `/bad-word`, `/themes`, `/campaign-truth` and `/voice`, `POST /play`, what the
  /// town was sent at `/mail` and `/telex`.
  public URI controlUrl() {
    return control.home();
  }

  /// `count` lines of the import format, fast and without a town around them.
  public static Stream<String> generate(long seed, long count) {
    return Generator.lines(seed, count);
  }

  private Answer control(Asked asked) {
    if (asked.path().startsWith("/beacon")) {
      return beacon.answer(asked.path(), beaconRelay());
    }
    return switch (asked.path()) {
      case "/book" -> Answer.of("application/x-ndjson", book());
      case "/places" -> Answer.json(200, placesJson());
      case "/connect" -> connect(asked);
      case "/play" -> play(asked);
      case "/incidents" -> Answer.json(200, incidents());
      case "/bad-word" -> Answer.json(200, badWordBook());
      case "/contest" -> contest(asked);
      case "/contest-truth" -> Answer.json(200, contestTruth());
      case "/past" -> past(asked);
      case "/themes" -> weeksBook(TwelveWeeks::themesBook);
      case "/campaign-truth" -> weeksBook(TwelveWeeks::campaignBook);
      case "/voice" -> weeksBook(TwelveWeeks::voiceBook);
      case "/mail" -> Answer.of("application/x-ndjson", postOffice.lines());
      case "/telex" -> telex(asked);
      default -> Answer.missing();
    };
  }

  /// Where the town takes mail, by SMTP without encryption on 127.0.0.1; read it at `/mail` of the
  /// control address.
  public int mailPort() {
    return postOffice.port();
  }

  /// Where the town takes webhooks of others; read them there.
  public URI telexUrl() {
    return control.home().resolve("telex");
  }

  /// The chain of the clock on the town hall, a stand-in for a public beacon, as JSON; it answers
  /// at the control address, at `/beacon/CHAIN/public/ROUND`, as relays of drand do.
  public String beaconChain() {
    return beacon.chain(beaconRelay());
  }

  private String beaconRelay() {
    return control.home().resolve("beacon").toString();
  }

  /// What the campaign of the twelve weeks truly did, as JSON: its days, the query that finds what
  /// it was about, and how many glad people it added a day.
  public String campaignTruth() {
    synchronized (life.lock()) {
      return weeks.circle().campaignBook();
    }
  }

  private Answer weeksBook(Function<TwelveWeeks, String> book) {
    synchronized (life.lock()) {
      return Answer.json(200, book.apply(weeks.circle()));
    }
  }

  private Answer past(Asked asked) {
    String name = asked.query().getOrDefault("name", "");
    return Answer.of("application/x-ndjson", String.join("\n", past(name).toList()) + "\n");
  }

  private String badWordBook() {
    synchronized (life.lock()) {
      return life.badWord().book(addresses);
    }
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
        if (telexes.size() > 200) {
          telexes.removeFirst();
        }
        return Answer.json(200, "{\"taken\":true}");
      }
      return Answer.of("application/x-ndjson", String.join("\n", telexes) + "\n");
    }
  }

  private String book() {
    var lines = new StringBuilder();
    synchronized (life.lock()) {
      for (Word word : Stream.concat(weeks.told(), life.chronicle().all().stream()).toList()) {
        int answers = life.chronicle().answersTo(word).size();
        lines.append(PostJson.book(word, addresses, answers)).append('\n');
      }
    }
    return lines.toString();
  }

  private Answer play(Asked asked) {
    var order = JSON.readTree(asked.body());
    double speed = order.path("speed").asDouble(1);
    boolean begins = play(order.path("story").asString(""), speed > 0 ? speed : 1);
    return Answer.json(200, "{\"begins\":" + begins + "}");
  }

  private Answer contest(Asked asked) {
    var order = JSON.readTree(asked.body());
    double speed = order.path("speed").asDouble(1);
    URI page = URI.create(order.path("page").asString());
    boolean begins = playContest(page, order.path("tag").asString(), speed > 0 ? speed : 1);
    return Answer.json(200, "{\"begins\":" + begins + "}");
  }

  private Answer connect(Asked asked) {
    var order = JSON.readTree(asked.body());
    connect(
        order.path("name").asString(),
        URI.create(order.path("webhookUrl").asString()),
        order.path("secret").asString());
    return Answer.json(200, "{\"connected\":true}");
  }

  private Door door(Institution place) {
    var door = doors.get(place);
    if (door == null) {
      throw new IllegalStateException(place + " has no door");
    }
    return door;
  }

  private List<Integer> ports() {
    var ports = new ArrayList<Integer>();
    ports.add(control.port());
    for (Institution place : Institution.values()) {
      ports.add(door(place).port());
    }
    return ports;
  }

  private TownPlace place(Institution place) {
    var door = door(place);
    String home = door.home().toString();
    boolean paper = place.isSite();
    String feed = place.isBlog() ? home + FeedDesk.file(place) : paper ? home + "feed/" : "";
    return new TownPlace(
        place.title,
        place.kind,
        home,
        feed,
        place.hasWebhook() ? home + "answers" : "",
        paper ? USERNAME : "",
        paper ? password : "",
        door.port(),
        place.isListed());
  }

  private static String password(long seed) {
    byte[] bytes = new byte[12];
    new SplittableRandom(seed ^ 0x5EEDL).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Falls silent: ends talk, deliveries and channels, and keeps the diary.
  @Override
  public void close() {
    postOffice.close();
    deliveries.close();
    life.close();
    doors.values().forEach(Door::close);
    control.close();
  }

  /// The pasts that are told only when somebody asks; the caller holds the lock.
  private static final class Weeks {
    private static final String MARK = "twelve-weeks";

    private final Path folder;
    private final TownRecord record;
    private final Population population;
    private final Chronicle chronicle;
    private @Nullable TwelveWeeks circle;
    private @Nullable TwelveWeeks small;

    Weeks(Path folder, TownRecord record, Population population, Chronicle chronicle) {
      this.folder = folder;
      this.record = record;
      this.population = population;
      this.chronicle = chronicle;
    }

    /// What was told of them, oldest first.
    Stream<Word> told() {
      var words = new ArrayList<Word>();
      if (circle != null) {
        words.addAll(circle.words());
      }
      if (small != null) {
        words.addAll(small.words());
      }
      return words.stream();
    }

    TwelveWeeks circle() {
      var made = circle;
      if (made == null) {
        made =
            TwelveWeeks.circle(
                record.seed(), record.firstDay(), record.zone(), population, record.firstNumber());
        chronicle.shelve(made.words());
        remember();
        circle = made;
      }
      return made;
    }

    /* Their addresses must stay good after the next start. */
    private void remember() {
      try {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARK), "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    boolean toldBefore() {
      return Files.exists(folder.resolve(MARK));
    }

    TwelveWeeks small() {
      var made = small;
      if (made == null) {
        made =
            TwelveWeeks.small(
                record.seed(), record.firstDay(), record.zone(), population, record.firstNumber());
        chronicle.shelve(made.words());
        small = made;
      }
      return made;
    }
  }

  /// What a town must not forget: who it is, when it began, and where its doors are.
  private record TownRecord(
      long seed, Instant firstDay, ZoneId zone, int historyDays, List<Integer> ports) {

    static TownRecord openOrFound(TownOptions options) {
      var file = file(options.folder());
      if (!Files.exists(file)) {
        var now = options.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return new TownRecord(
            options.seed(), now, options.zone(), options.historyDays(), ports(options));
      }
      try {
        var json = JSON.readTree(Files.readString(file));
        var ports = new ArrayList<Integer>();
        json.path("ports").forEach(port -> ports.add(port.asInt()));
        return new TownRecord(
            json.path("seed").asLong(),
            Instant.parse(json.path("firstDay").asString()),
            ZoneId.of(json.path("zone").asString()),
            json.path("historyDays").asInt(),
            options.portBase() > 0 ? ports(options) : ports);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path file(Path folder) {
      return folder.resolve("town.json");
    }

    private static List<Integer> ports(TownOptions options) {
      var ports = new ArrayList<Integer>();
      for (int i = 0; i <= Institution.values().length; i++) {
        ports.add(options.portBase() == 0 ? 0 : options.portBase() + i);
      }
      return ports;
    }

    int port(int index) {
      return index < ports.size() ? ports.get(index) : 0;
    }

    /// Numbers differ from those of a town founded in another minute.
    long firstNumber() {
      return Math.max(1, (firstDay.getEpochSecond() - 1_780_000_000L) / 60) * 1_000 + 1;
    }

    void keepPorts(Path folder, List<Integer> now) {
      var json = new StringBuilder("{\"seed\":").append(seed).append(',');
      PostJson.field(json, "firstDay", firstDay.toString());
      PostJson.field(json, "zone", zone.getId());
      json.append("\"historyDays\":").append(historyDays);
      json.append(",\"ports\":").append(now).append('}');
      try {
        Files.createDirectories(folder);
        Files.writeString(file(folder), json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

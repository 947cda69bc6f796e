package org.wordborne.town;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
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
  private final List<TownPlace> places;
  private final String password;
  private final Pasts weeks;
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
    weeks = new Pasts(options.folder(), record, population, chronicle);
    var incidents = new Incidents(talk, chronicle, addresses);
    life = new Life(options, talk, scenes, chronicle, incidents);
    contest = new ContestPlay(talk, life, options.clock(), record.seed());
    deliveries = new Deliveries(life, addresses, options.clock());
    var pages = new Pages(chronicle, zone, addresses);
    doors.forEach((place, door) -> door.serve(desk(place, pages)));
    control.serve(new ControlDesk(this, beacon, postOffice));
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

  /// What was said in a town of its own in the `days` before `until`, oldest first: one line of the
  /// import format each, as [#historyLines], with nothing of it left on disk and no door open.
  public static Stream<String> sample(long seed, Instant until, ZoneId zone, int days) {
    var record = new TownRecord(seed, until, zone, days, List.of());
    var talk = new Talk(seed, until, zone, Population.of(seed), record.firstNumber());
    PostJson.Addresses nowhere =
        place -> "https://" + place.name().toLowerCase(Locale.ROOT) + ".example/";
    return past(record, talk, new Scenes(talk, until, zone)).stream()
        .map(word -> PostJson.post(word, nowhere, true));
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

  String beaconRelay() {
    return control.home().resolve("beacon").toString();
  }

  /// What the campaign of the twelve weeks truly did, as JSON: its days, the query that finds what
  /// it was about, and how many glad people it added a day.
  public String campaignTruth() {
    return weeksBook(TwelveWeeks::campaignBook);
  }

  String weeksBook(Function<TwelveWeeks, String> book) {
    synchronized (life.lock()) {
      return book.apply(weeks.circle());
    }
  }

  String badWordBook() {
    synchronized (life.lock()) {
      return life.badWord().book(addresses);
    }
  }

  /// The truth of every word said, one JSON object a line.
  String book() {
    var lines = new StringBuilder();
    synchronized (life.lock()) {
      for (Word word : Stream.concat(weeks.told(), life.chronicle().all().stream()).toList()) {
        int answers = life.chronicle().answersTo(word).size();
        lines.append(PostJson.book(word, addresses, answers)).append('\n');
      }
    }
    return lines.toString();
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
}

package org.wordborne.town;

/// What one can talk about in Alderwick, and how much it is talked about on a day.
///
/// Days count from the town's first living day: -4.5 is four and a half days of past, 0.1 is a
/// little after the start.
enum Theme {
  COFFEE(6, 0.9, "the coffee", "der Kaffee"),
  CAKE(5, 0.8, "the cake", "der Kuchen"),
  STAFF(4.5, 0.7, "the people behind the counter", "das Team"),
  SEAT(4, 0.6, "the window seats", "die Fensterplätze"),
  QUEUE(3, 0.8, "the queue", "die Schlange"),
  PRICE(2.6, 1.2, "the prices", "die Preise"),
  COLD(1.6, 0.7, "the draught", "der Zug von der Tür"),
  HOURS(2.4, 0.9, "the opening hours", "die Öffnungszeiten"),
  ALLERGY(2.2, 0.9, "the allergens", "die Allergene"),
  DOGS(1.8, 1.1, "dogs", "Hunde im Café"),
  BOOKING(2, 0.6, "the booking", "die Reservierung"),
  CARD(1.4, 0.9, "the card machine", "das Kartengerät"),
  WISH(2.6, 0.9, "the menu", "die Karte"),
  BUY(1.8, 0.4, "the vouchers", "der Gutschein"),
  LEAVE(0.9, 1.4, "going elsewhere", "der Wechsel"),
  MEET(3.2, 0.5, "meeting up", "das Treffen"),
  EVENT(2, 0.6, "the reading night", "der Leseabend"),
  COMPARE(2, 1.6, "the three cafés", "die drei Cafés"),
  BEANS(1.6, 0.6, "the beans", "die Bohnen"),
  DRY(1.3, 0.7, "the new espresso", "der neue Espresso"),
  SOUR(0, 1.2, "the sour espresso", "der saure Espresso"),
  FIXED(0, 0.6, "the mended grinder", "die reparierte Mühle"),
  OAT(0, 0.8, "oat milk", "die Hafermilch"),
  FERN(0, 0.7, "Mirela's fern", "Mirelas Farn"),
  RUMOUR(0, 1.8, "the closing rumour", "das Gerücht"),
  RAMP(0, 0.7, "the ramp", "die Rampe"),
  SPAM(0.15, 0.05, "that link", "der Link"),
  TROLL(0.1, 1.6, "the trolling", "das Getrolle"),
  JOBS(0.7, 0.1, "the job", "die Stelle"),
  FESTIVAL(0.4, 0.5, "the lantern parade", "der Laternenumzug"),
  BLUECUP(0.2, 1, "Blue Cup's new prices", "die neuen Preise im Blue Cup"),
  STORY(0, 0.8, "the article", "der Artikel"),
  TERRACE(0, 0.5, "the terrace", "die Terrasse"),
  MURAL(0, 0.5, "the mural", "das Wandbild"),
  STOVE(0, 0.5, "the stove", "der Ofen"),
  POSTCARD(0, 0.5, "the postcards", "die Postkarten"),
  PANCAKE(0, 0.5, "the pancakes", "die Pfannkuchen"),
  TOASTIE(0, 0.5, "the toasties", "die Toasts"),
  QUILT(0, 0.5, "the quilts", "die Quilts"),
  PIANO(0, 0.5, "the piano", "das Klavier"),
  FERNCORNER(0, 0.5, "the fern corner", "die Farnecke"),
  SCOOTER(0, 0.5, "delivery by scooter", "die Lieferung per Roller"),
  NORTHSIDE(0, 0.5, "a second café", "ein zweites Café"),
  OATWISH(0, 0.5, "oat milk", "die Hafermilch"),
  OWNTALK(0, 0.5, "the café's own news", "die Neuigkeiten"),
  THIMBLE(0, 0.5, "the mending", "die Flickstube"),
  BUS(7, 1, "the 14", "die 14"),
  MARKET(6, 0.6, "the market", "der Markt"),
  FERRY(5, 0.7, "the ferry", "die Fähre"),
  PETS(4.5, 0.8, "the cat", "die Katze"),
  WEATHER(7, 0.6, "the weather", "das Wetter"),
  COUNCIL(5.5, 1.1, "the council", "der Stadtrat"),
  SCHOOL(5.5, 0.7, "the school", "die Schule"),
  SALE(5, 0.3, "the thing for sale", "das Angebot"),
  RECOMMEND(5, 1.3, "the recommendation", "der Tipp"),
  RUN(1, 0.7, "the half-marathon", "der Halbmarathon"),
  CHOIR(2.5, 0.4, "the choir", "der Chor"),
  GULLS(4, 1, "the gulls", "die Möwen"),
  COLLEGE(3.5, 0.6, "the college", "das College"),
  FOOTBALL(4, 0.9, "the match", "das Spiel"),
  GARDEN(3.5, 0.6, "the allotment", "der Garten");

  /// The rumour starts eleven hours before the first day, when Hollis Brandreth speaks.
  static final double RUMOUR_DAY = -0.455;

  final double usual;

  /// How many replies one word of it draws on average.
  final double heat;

  private final String english;
  private final String german;
  private final String stem = name().toLowerCase(java.util.Locale.ROOT);

  Theme(double usual, double heat, String english, String german) {
    this.usual = usual;
    this.heat = heat;
    this.english = english;
    this.german = german;
  }

  /// The name of its sections in the grammars.
  String stem() {
    return stem;
  }

  String thing(String language) {
    return language.equals("de") ? german : english;
  }

  /// Whether it is about a café (all before the buses are).
  boolean isCafe() {
    return ordinal() < BUS.ordinal();
  }

  /// Whether a café is meant: the lantern parade has lanterns, but no Lantern.
  boolean namesCafe() {
    return isCafe() && this != FESTIVAL && this != SPAM && this != THIMBLE;
  }

  /// Whether it is always about the Lantern.
  boolean isLantern() {
    return switch (this) {
      case SOUR, FIXED, OAT, FERN, RUMOUR, RAMP, DRY, STAFF, EVENT, TROLL, BOOKING -> true;
      default -> ordinal() >= TERRACE.ordinal() && ordinal() <= OWNTALK.ordinal();
    };
  }

  /// The name an incident has in the books, empty for everyday talk.
  String incident() {
    return switch (this) {
      case SOUR, FIXED -> "grinder";
      case OAT -> "oat milk";
      case FERN -> "fern";
      case RUMOUR -> "closing rumour";
      case RAMP -> "ramp";
      case SPAM -> "spam";
      case TROLL -> "troll";
      case JOBS -> "job adverts";
      case FESTIVAL -> "lantern parade";
      case BLUECUP -> "Blue Cup prices";
      case STORY -> "Courier article";
      default -> "";
    };
  }

  /// How much it is talked about on `day`, beside the other themes.
  double weight(double day) {
    return switch (this) {
      case SOUR -> between(day, -4.7, -1.6) ? 26 : between(day, -1.6, -0.8) ? 2 : 0;
      case FIXED -> between(day, -1.55, 1.5) ? 6 : 0;
      case OAT -> Math.min(7, 1.6 + 5 * Math.max(0, (day + 28) / 28));
      case FERN -> day < -9.2 ? 0 : 16 * Math.exp(-Math.abs(day + 7.2) / 2.2) + 1.2;
      case RUMOUR -> day < RUMOUR_DAY ? 0 : 20 * Math.exp(-Math.max(0, day - 0.4) / 1.6);
      case RAMP -> day < -12 ? 0 : 1.3;
      case SPAM -> between(day, -19, -17) || between(day, -3.2, -2.9) ? 16 : usual;
      case TROLL -> between(day, -14, -12.5) || between(day, -3, -2.4) ? 4 : usual;
      case FESTIVAL -> between(day, -13, -8) ? 9 : usual;
      case BLUECUP -> between(day, -10.5, -7) ? 8 : usual;
      case RUN -> between(day, -25, -21) ? 12 : usual * 0.3;
      default -> usual;
    };
  }

  private static boolean between(double day, double from, double to) {
    return day >= from && day < to;
  }
}

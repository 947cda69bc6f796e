package org.wordborne.town;

/// Where people of the town speak: each on a loopback port of its own.
enum Institution {
  FORUM("Alderwick Forum", "webhook", "af-", "", "en"),
  NOTICEBOARD("Alderwick Noticeboard", "webhook", "nb-", "", "en"),
  COURIER("The Alderwick Courier", "wordpress", "", "", "en"),
  CRUMBS("Crumbs & Ferries", "feed", "crumbs-and-ferries:", "ferrygwen", "en"),
  HAFENLICHT("Hafenlicht", "feed", "tag:hafenlicht.example,2026:", "wiebke_h", "de"),
  NORTHBANK("Northbank Roasters", "feed", "northbank-", "lior.makes", "en"),
  BUNTING("Bunting and Blisters", "feed", "bunting-and-blisters:", "siobhan_nm", "en"),
  NIGHTFERRY("The Night Ferry", "feed", "tag:nightferry.example,2026:", "nightferry_tom", "en"),
  KAIKANTE("Kaikante", "feed", "kaikante-", "malte.vom.kai", "de"),
  /// Nobody listens here until somebody links it.
  SALTMARSH("Saltmarsh Diary", "wordpress", "", "edda.quill", "en");

  final String title;
  final String kind;
  final String idPrefix;

  /// Handle of the one who writes it; empty where everybody may.
  final String writer;

  final String language;

  Institution(String title, String kind, String idPrefix, String writer, String language) {
    this.title = title;
    this.kind = kind;
    this.idPrefix = idPrefix;
    this.writer = writer;
    this.language = language;
  }

  /// What a site says of itself.
  final String says =
      name().equals("COURIER") ? "News of a small harbour town" : "Walks, tides, doorsteps";

  /// Whether the town's own guide lists it.
  boolean isListed() {
    return this != SALTMARSH;
  }

  /// Whether it is made as WordPress sites are.
  boolean isSite() {
    return kind.equals("wordpress");
  }

  boolean isBlog() {
    return kind.equals("feed");
  }

  boolean hasWebhook() {
    return kind.equals("webhook");
  }

  /// The one of that title.
  static Institution titled(String title) {
    for (Institution place : values()) {
      if (place.title.equals(title)) {
        return place;
      }
    }
    throw new IllegalArgumentException("no place is called " + title);
  }
}

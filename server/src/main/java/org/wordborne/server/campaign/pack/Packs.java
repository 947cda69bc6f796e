package org.wordborne.server.campaign.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The packs there are, and what they say together.
///
/// A place without a pack is told so: silence would sound like leave.
public final class Packs {
  private static final List<String> OURS = List.of("US", "US-NY", "US-FL", "GB", "DE");
  private final List<Pack> packs;

  /// These packs.
  public Packs(List<Pack> packs) {
    this.packs = List.copyOf(packs);
  }

  /// The packs that come with the program.
  public static Packs standard() {
    return Standard.PACKS;
  }

  /* Read at the first use, not at the start. */
  private static final class Standard {
    private static final Packs PACKS = new Packs(OURS.stream().map(Packs::read).toList());
  }

  private static Pack read(String place) {
    String name = "/packs/" + place + ".json";
    try (InputStream file = Packs.class.getResourceAsStream(name)) {
      return Pack.read(JsonMapper.builder().build().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
  }

  /// All of them.
  public List<Pack> all() {
    return packs;
  }

  /// The packs that speak to people in these places: of each its own, its country's, and of a
  /// whole country also those of its parts.
  public List<Pack> of(List<String> regions) {
    var chosen = new LinkedHashSet<Pack>();
    for (Pack pack : packs) {
      for (String region : regions) {
        String place = pack.jurisdiction();
        boolean isPart = Optional.of(region).equals(pack.parent());
        if (place.equals(region) || place.equals(country(region)) || isPart) {
          chosen.add(pack);
        }
      }
    }
    return List.copyOf(chosen);
  }

  /// What they say to these facts; a question for the places comes before everything else.
  public List<PackFinding> judge(Facts facts, @Nullable LocalDate start) {
    if (facts.text("selection").equals("none")) {
      return List.of();
    }
    var findings = new ArrayList<PackFinding>();
    List<String> regions = facts.list("audience.regions");
    if (facts.get("selection").isEmpty()) {
      findings.add(asked("selection"));
    }
    if (regions.isEmpty()) {
      findings.add(asked("audience.regions"));
    }
    for (String region : regions) {
      unknown(region).ifPresent(findings::add);
    }
    if (facts.get("selection").isPresent()) {
      of(regions).forEach(pack -> findings.addAll(pack.judge(facts, start)));
    }
    return List.copyOf(findings);
  }

  private static PackFinding asked(String fact) {
    var question = FactName.named(fact).map(FactName::question).orElseThrow();
    return said("-", "ask:" + fact, "ask", question, List.of());
  }

  /* A part of a country whose parts have law of their own needs a pack of its own. */
  private Optional<PackFinding> unknown(String region) {
    String country = country(region);
    boolean known = packs.stream().anyMatch(pack -> pack.jurisdiction().equals(country));
    if (!known) {
      return Optional.of(
          said(
              region,
              "no-pack",
              "must",
              Map.of(
                  "en",
                  "We have no pack for "
                      + region
                      + ". A lawyer there must say whether it may run,"
                      + " and sign for that place by name.",
                  "de",
                  "Für "
                      + region
                      + " haben wir kein Paket. Eine Anwältin oder ein Anwalt dort muss"
                      + " sagen, ob es laufen darf, und für diesen Ort namentlich zeichnen."),
              List.of("excludeRegion")));
    }
    boolean own = packs.stream().anyMatch(pack -> pack.jurisdiction().equals(region));
    boolean parts = packs.stream().anyMatch(pack -> Optional.of(country).equals(pack.parent()));
    if (!parts || own && !region.equals(country)) {
      return Optional.empty();
    }
    boolean whole = region.equals(country);
    return Optional.of(
        said(
            region,
            "part-without-pack",
            "warn",
            Map.of(
                "en",
                whole
                    ? "Of the parts of "
                        + country
                        + " we have packs for "
                        + parts(country)
                        + " only. The law of all others was not looked up."
                    : "We have no pack for "
                        + region
                        + ": only what holds in all of "
                        + country
                        + " was looked at.",
                "de",
                whole
                    ? "Von den Teilen von "
                        + country
                        + " haben wir nur Pakete für "
                        + parts(country)
                        + ". Das Recht aller anderen wurde nicht nachgeschlagen."
                    : "Für "
                        + region
                        + " haben wir kein Paket: nur was in ganz "
                        + country
                        + " gilt, wurde angesehen."),
            List.of("excludeRegion")));
  }

  private String parts(String country) {
    return String.join(
        ", ",
        packs.stream()
            .filter(pack -> Optional.of(country).equals(pack.parent()))
            .map(Pack::jurisdiction)
            .toList());
  }

  private static PackFinding said(
      String pack, String rule, String level, Map<String, String> text, List<String> remedy) {
    return new PackFinding(pack, "", rule, "lottery", level, text, null, "", remedy, null);
  }

  private static String country(String region) {
    return region.substring(0, 2);
  }
}

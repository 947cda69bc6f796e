package org.wordborne.server.campaign.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.campaign.pack.Facts;

/// The template of the official rules in one language.
///
/// A clause begins with `## Title (id)`, where `(id?)` is written only when the law asks for it. A
/// line that begins with `[fact=value,value]` is written only when the fact has one of these
/// values, one that begins with `[fact]` when it is known, with `[!fact]` when it is not;
/// `{{fact}}` stands for its value. There is no other logic in it.
public final class RulesTemplate {
  private static final Pattern TITLE = Pattern.compile("## (.+) \\(([a-z-]+)(\\??)\\)");
  private static final Pattern GUARD = Pattern.compile("\\[(!?)([A-Za-z.]+)(?:=([^]]+))?] (.+)");
  private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z.]+)}}");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");
  private final Locale locale;
  private final List<Clause> clauses;

  private RulesTemplate(Locale locale, List<Clause> clauses) {
    this.locale = locale;
    this.clauses = clauses;
  }

  private record Clause(String title, String id, boolean onlyIfAsked, List<String> lines) {}

  /// What the rules say of the campaign itself.
  public record Campaign(
      String name,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      ZoneId zone,
      int version) {}

  /// The template in `en` or `de`.
  public static RulesTemplate of(String language) {
    String name = "/rules/" + language + "/official-rules.txt";
    try (InputStream file = RulesTemplate.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("no template in " + language);
      }
      return parse(Locale.of(language), new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RulesTemplate parse(Locale locale, String text) {
    var clauses = new ArrayList<Clause>();
    for (String line : text.lines().toList()) {
      Matcher title = TITLE.matcher(line);
      if (title.matches()) {
        clauses.add(
            new Clause(
                title.group(1), title.group(2), !title.group(3).isEmpty(), new ArrayList<>()));
      } else if (!line.isBlank()) {
        clauses.getLast().lines().add(line);
      }
    }
    return new RulesTemplate(locale, List.copyOf(clauses));
  }

  /// The ids of its clauses.
  public List<String> ids() {
    return clauses.stream().map(Clause::id).toList();
  }

  /// Writes the rules.
  ///
  /// @param asked ids of clauses that the law asks for
  /// @throws UnknownFactsException if a fact that must stand there is not known
  public String write(Campaign campaign, Facts facts, Set<String> asked)
      throws UnknownFactsException {
    var values = values(campaign, facts);
    var missing = new TreeSet<String>();
    var text = new StringBuilder(values.get("campaign")).append("\n");
    int number = 0;
    for (Clause clause : clauses) {
      List<String> lines =
          clause.onlyIfAsked() && !asked.contains(clause.id())
              ? List.of()
              : lines(clause, values, facts, missing);
      if (!lines.isEmpty()) {
        number++;
        text.append("\n").append(number).append(". ").append(clause.title()).append("\n");
        lines.forEach(line -> text.append(line).append("\n"));
      }
    }
    if (!missing.isEmpty()) {
      throw new UnknownFactsException(List.copyOf(missing));
    }
    return text.toString();
  }

  private static List<String> lines(
      Clause clause, Map<String, String> values, Facts facts, Set<String> missing) {
    var lines = new ArrayList<String>();
    for (String line : clause.lines()) {
      Matcher guard = GUARD.matcher(line);
      if (!guard.matches()) {
        lines.add(filled(line, values, missing));
      } else if (holds(guard.group(2), guard.group(3), facts) == guard.group(1).isEmpty()) {
        lines.add(filled(guard.group(4), values, missing));
      }
    }
    return lines;
  }

  private static boolean holds(String fact, @Nullable String wanted, Facts facts) {
    if (wanted == null) {
      return facts.get(fact).isPresent();
    }
    var held = facts.list(fact);
    return Set.of(wanted.split(",")).stream()
        .anyMatch(value -> held.contains(value) || facts.text(fact).equals(value));
  }

  private static String filled(String line, Map<String, String> values, Set<String> missing) {
    return PLACE
        .matcher(line)
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              if (value == null) {
                missing.add(found.group(1));
              }
              return Matcher.quoteReplacement(value == null ? "" : value);
            });
  }

  private Map<String, String> values(Campaign campaign, Facts facts) {
    var values = new HashMap<String, String>();
    facts.values().forEach((fact, value) -> values.put(fact, shown(fact, value, facts)));
    values.put("campaign", campaign.name());
    values.put("version", Integer.toString(campaign.version()));
    values.put("zone", campaign.zone().getId());
    moment(values, "starts", campaign.startsAt(), campaign.zone());
    moment(values, "ends", campaign.endsAt(), campaign.zone());
    return values;
  }

  private void moment(Map<String, String> values, String name, @Nullable Instant at, ZoneId zone) {
    if (at != null) {
      values.put(name, clock().format(ZonedDateTime.ofInstant(at, zone)));
    }
  }

  private DateTimeFormatter clock() {
    String pattern = german() ? "d. MMMM uuuu, HH:mm:ss" : "d MMMM uuuu, HH:mm:ss";
    return DateTimeFormatter.ofPattern(pattern, locale);
  }

  private boolean german() {
    return locale.getLanguage().equals("de");
  }

  private String shown(String fact, Object value, Facts facts) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(one -> fact.equals("audience.regions") ? place(one.toString()) : one.toString())
          .collect(Collectors.joining(", "));
    }
    if (value instanceof String text && MOMENT.matcher(text).matches()) {
      return clock().format(java.time.LocalDateTime.parse(text));
    }
    String pattern = german() ? "d. MMMM uuuu" : "d MMMM uuuu";
    return facts
        .day(fact)
        .map(day -> DateTimeFormatter.ofPattern(pattern, locale).format(day))
        .orElse(value.toString());
  }

  private String place(String region) {
    String country = Locale.of("", region.substring(0, 2)).getDisplayCountry(locale);
    return region.length() == 2 ? country : country + " (" + region + ")";
  }

  /// What is added to rules that only become clearer.
  public static String clarified(String language, int version, String words) {
    String title =
        language.equals("de")
            ? "Klarstellung in Fassung " + version + " zugunsten der Teilnehmer"
            : "Made clearer in version " + version + ", to the good of entrants";
    return "\n" + title + "\n" + words + "\n";
  }
}

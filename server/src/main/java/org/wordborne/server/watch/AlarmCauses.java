package org.wordborne.server.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.mention.SourceNames;
import org.wordborne.server.spread.Bursts;
import org.wordborne.server.spread.Bursts.Burst;
import org.wordborne.server.spread.TaleRow;
import org.wordborne.server.spread.Tales;
import org.wordborne.server.workspace.Scope;

/// Finds why an alarm is raised: who, where, with which words, and what came first.
@Component
class AlarmCauses {
  private static final int LOOKED_AT = 300;
  private static final int TERMS = 3;
  /// What began longer before a burst is not what it began with.
  private static final Duration ONE_STORY = Duration.ofHours(6);

  private static final Duration BEFORE = Duration.ofDays(14);
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'’-]{3,}");
  private static final Set<String> COMMON =
      Set.of(
          "that", "this", "have", "with", "they", "what", "from", "been", "were", "will", "your",
          "about", "there", "their", "when", "just", "like", "some", "would", "could", "really",
          "today", "anyone", "know", "heard", "says", "said", "does", "into", "than", "then",
          "dass", "nicht", "eine", "einen", "auch", "haben", "sind", "noch", "aber", "oder", "wird",
          "wurde", "habe", "gibt", "jemand", "heute", "gehört", "sagt", "beim", "euch");

  private final Bursts bursts;
  private final Tales tales;
  private final Mentions mentions;
  private final ObjectProvider<SourceNames> sources;

  AlarmCauses(Bursts bursts, Tales tales, Mentions mentions, ObjectProvider<SourceNames> sources) {
    this.bursts = bursts;
    this.tales = tales;
    this.mentions = mentions;
    this.sources = sources;
  }

  /// A cause, and the word with which it began.
  record Found(AlarmCause cause, @Nullable UUID first) {}

  Found ofBurst(Scope scope, Burst burst, @Nullable TaleRow tale, Instant now) {
    Instant from = burst.at().minus(Duration.ofMinutes(burst.span() - 1L));
    List<Mention> words = words(scope, burst.topic(), from, now);
    var place = place(scope, words);
    var cause =
        new AlarmCause(
            "burst",
            burst.people(),
            burst.span(),
            burst.usualLow(),
            burst.usualHigh(),
            null,
            null,
            place.name,
            place.people,
            terms(scope, burst.topic(), words, from));
    boolean began = tale != null && tale.begunAt().isAfter(burst.at().minus(ONE_STORY));
    return new Found(cause, first(scope, began ? tale : null, words));
  }

  Found ofPass(Scope scope, WatchRule rule, TaleRow tale, double chance, Instant now) {
    List<Mention> words = words(scope, rule.topic(), tale.begunAt(), now);
    var place = place(scope, words);
    long minutes = Math.max(1, Duration.between(tale.begunAt(), now).toMinutes());
    var cause =
        new AlarmCause(
            "pass",
            tale.told(),
            (int) Math.min(Integer.MAX_VALUE, minutes),
            0,
            0,
            tale.line(),
            chance,
            place.name,
            place.people,
            terms(scope, rule.topic(), words, tale.begunAt()));
    return new Found(cause, first(scope, tale, words));
  }

  private List<Mention> words(Scope scope, UUID topic, Instant from, Instant now) {
    var ids = bursts.words(scope, topic, from, now.plusSeconds(60), LOOKED_AT);
    return mentions.byIds(scope, ids).stream()
        .sorted(Comparator.comparing(Mention::spokenAt))
        .toList();
  }

  private @Nullable UUID first(Scope scope, @Nullable TaleRow tale, List<Mention> words) {
    UUID known = tale == null ? null : tales.first(scope, tale.id()).orElse(null);
    return known != null || words.isEmpty() ? known : words.getFirst().id();
  }

  private record Place(String name, int people) {}

  private Place place(Scope scope, List<Mention> words) {
    SourceNames known = sources.getIfAvailable();
    Map<UUID, String> names = known == null ? Map.of() : known.names(scope);
    var people = new HashMap<String, Set<UUID>>();
    for (Mention word : words) {
      UUID source = word.source();
      String name = source == null ? word.channel() : names.getOrDefault(source, word.channel());
      people.computeIfAbsent(name, _ -> new HashSet<>()).add(word.author().handle());
    }
    return people.entrySet().stream()
        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
        .map(entry -> new Place(entry.getKey(), entry.getValue().size()))
        .orElse(new Place("", 0));
  }

  private List<String> terms(Scope scope, UUID topic, List<Mention> words, Instant from) {
    var before =
        mentions.byIds(scope, bursts.words(scope, topic, from.minus(BEFORE), from, LOOKED_AT));
    Map<String, Integer> now = users(words);
    Map<String, Integer> then = users(before);
    double nowAll = Math.max(1, words.size());
    double thenAll = Math.max(1, before.size());
    var scored = new ArrayList<Map.Entry<String, Double>>();
    now.forEach(
        (term, people) -> {
          double share = people / nowAll;
          double usual = (then.getOrDefault(term, 0) + .5) / (thenAll + 1);
          if (people > 1 && share > usual) {
            scored.add(Map.entry(term, people * Math.log(share / usual)));
          }
        });
    return scored.stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TERMS)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// How many people use each word.
  private static Map<String, Integer> users(List<Mention> words) {
    var users = new HashMap<String, Set<UUID>>();
    for (Mention word : words) {
      var found = WORD.matcher(word.text().toLowerCase(Locale.ROOT));
      while (found.find()) {
        if (!COMMON.contains(found.group())) {
          users.computeIfAbsent(found.group(), _ -> new HashSet<>()).add(word.author().handle());
        }
      }
    }
    var counts = new HashMap<String, Integer>();
    users.forEach((term, people) -> counts.put(term, people.size()));
    return counts;
  }
}

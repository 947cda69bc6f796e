package org.wordborne.server.spread;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.spread.Parents;

/// From whom each teller had it: certain where they answered or repeated it, likely where one of
/// those before stands out, else unknown.
final class TaleTree {
  private static final double LIKELY = .5;
  private static final Duration REACH = Duration.ofHours(48);

  private TaleTree() {}

  /// Whom a telling came from.
  record Parent(@Nullable UUID mention, boolean certain) {
    static final Parent NONE = new Parent(null, false);
  }

  /// The parent of each of these tellers; both lists in the same order, the earliest first.
  static Map<UUID, Parent> parents(
      List<Telling> tellers,
      List<Telling> all,
      Map<UUID, Mention> words,
      Mentions mentions,
      JdbcClient tx) {
    Map<UUID, UUID> certain = certain(tellers, all, words, mentions, tx);
    var parents = new HashMap<UUID, Parent>();
    for (int i = 0; i < tellers.size(); i++) {
      Telling teller = tellers.get(i);
      UUID known = certain.get(teller.mention());
      parents.put(teller.mention(), known != null ? new Parent(known, true) : likely(tellers, i));
    }
    return parents;
  }

  private static Parent likely(List<Telling> tellers, int i) {
    Telling teller = tellers.get(i);
    var before = new ArrayList<Telling>();
    for (int j = 0; j < i; j++) {
      if (Duration.between(tellers.get(j).at(), teller.at()).compareTo(REACH) <= 0) {
        before.add(tellers.get(j));
      }
    }
    if (before.isEmpty()) {
      return Parent.NONE;
    }
    double[] ages =
        before.stream()
            .mapToDouble(one -> Duration.between(one.at(), teller.at()).toMillis() / 1000.0)
            .toArray();
    double[] pulls = before.stream().mapToDouble(one -> 1.0 + one.followers()).toArray();
    double[] chances = Parents.chances(ages, pulls);
    int best = 0;
    for (int j = 1; j < chances.length; j++) {
      best = chances[j] > chances[best] ? j : best;
    }
    boolean stands = before.size() > 1 && chances[best] >= LIKELY;
    return stands ? new Parent(before.get(best).mention(), false) : Parent.NONE;
  }

  /* Answers and reposts of a word that itself tells it, in the place where ids are ids. */
  private static Map<UUID, UUID> certain(
      List<Telling> tellers,
      List<Telling> all,
      Map<UUID, Mention> words,
      Mentions mentions,
      JdbcClient tx) {
    var telling = all.stream().map(Telling::mention).collect(Collectors.toSet());
    var byPlace = new HashMap<List<String>, List<Mention>>();
    for (Telling one : tellers) {
      Mention word = words.get(one.mention());
      if (word != null && !source(word).isEmpty()) {
        byPlace
            .computeIfAbsent(List.of(word.channel(), word.origin()), _ -> new ArrayList<>())
            .add(word);
      }
    }
    var certain = new HashMap<UUID, UUID>();
    byPlace.forEach(
        (place, there) -> {
          var ids = there.stream().map(TaleTree::source).toList();
          var found = mentions.byNativeIds(tx, place.getFirst(), place.getLast(), ids);
          for (Mention word : there) {
            UUID parent = found.get(source(word));
            if (parent != null && telling.contains(parent)) {
              certain.put(word.id(), parent);
            }
          }
        });
    return certain;
  }

  private static String source(Mention word) {
    return word.repostOf().isEmpty() ? word.inReplyTo() : word.repostOf();
  }
}

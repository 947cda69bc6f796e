package org.wordborne.server.mention;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.wordborne.query.Query;
import org.wordborne.server.mention.index.MentionOrder;
import org.wordborne.server.mention.index.MentionQuestion;
import org.wordborne.server.workspace.Scope;

/// Picks what a person should look at before saving a topic: the newest words, the oddest (those
/// that share least with the others, where a query catches what it should not), and those of
/// which the model is least sure.
@Component
class PreviewSample {
  private static final int LOOKED_AT = 200;
  private static final int NEWEST = 3;
  private static final int ODD = 3;
  private static final int UNSURE = 2;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final MentionSearch search;
  private final MentionViews views;

  PreviewSample(MentionSearch search, MentionViews views) {
    this.search = search;
    this.views = views;
  }

  List<MentionView> of(Scope scope, MentionQuestion question, Query query) {
    var found = search.mentions(scope, question, MentionOrder.NEWEST, null, LOOKED_AT).mentions();
    var picked = new LinkedHashSet<Mention>(found.stream().limit(NEWEST).toList());
    Map<String, Integer> frequency = frequency(found);
    pick(picked, found, Comparator.comparingDouble(one -> sharing(one, frequency)), ODD);
    pick(
        picked, found, Comparator.comparingDouble(one -> one.understanding().confidence()), UNSURE);
    return views.of(scope, List.copyOf(picked), query);
  }

  private static void pick(
      Set<Mention> picked, List<Mention> found, Comparator<Mention> order, int count) {
    picked.addAll(
        found.stream().filter(one -> !picked.contains(one)).sorted(order).limit(count).toList());
  }

  private static Map<String, Integer> frequency(List<Mention> found) {
    var frequency = new HashMap<String, Integer>();
    for (Mention mention : found) {
      words(mention).forEach(word -> frequency.merge(word, 1, Integer::sum));
    }
    return frequency;
  }

  /// In how many of the others a word of this one stands, on average.
  private static double sharing(Mention mention, Map<String, Integer> frequency) {
    return words(mention).stream()
        .mapToInt(word -> frequency.getOrDefault(word, 0))
        .average()
        .orElse(0);
  }

  private static Set<String> words(Mention mention) {
    var words = new HashSet<String>();
    for (String word : BETWEEN_WORDS.split(mention.text().toLowerCase(Locale.ROOT))) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}

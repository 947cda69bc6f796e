package org.wordborne.server.mention;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.CorrectionSummary.Share;
import org.wordborne.server.topic.TopicMatchers;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.text.Intent;
import org.wordborne.text.SentimentLabel;

/// Takes corrections: kept as labels, told to every follower, and taken back. What a mention
/// concerns, and whether its topics hide it, follows at once.
///
/// Saying what the model said confirms it: that is a label too, and counts for the model.
@Component
class CorrectionDesk {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final Transactions transactions;
  private final MentionCounter counter;
  private final Mentions mentions;
  private final TopicMatchers matchers;
  private final IndexedForms forms;
  private final MentionFollowers followers;
  private final Ids ids;
  private final InstantSource clock;

  CorrectionDesk(
      Transactions transactions,
      MentionCounter counter,
      Mentions mentions,
      TopicMatchers matchers,
      IndexedForms forms,
      MentionFollowers followers,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.counter = counter;
    this.mentions = mentions;
    this.matchers = matchers;
    this.forms = forms;
    this.followers = followers;
    this.ids = ids;
    this.clock = clock;
  }

  /// What the model said of a mention, and what persons said so far.
  private record Before(Understanding judged, String language, Corrections corrections) {
    String said(String judgement) {
      return switch (judgement) {
        case "sentiment" -> judged.sentiment();
        case "intents" -> String.join(",", judged.intents().keySet().stream().sorted().toList());
        case "spam" -> Boolean.toString(judged.countsAsSpam());
        default -> language;
      };
    }

    double confidence(String judgement) {
      return switch (judgement) {
        case "sentiment" -> judged.confidence();
        case "spam" -> judged.spam();
        case "language" -> judged.languageConfidence();
        default ->
            judged.intents().values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
      };
    }
  }

  /// Takes a correction; a judgement that it does not speak of stays.
  void correct(Scope scope, UUID mention, Corrections said) {
    Corrections checked = checked(said);
    transactions.run(
        scope,
        tx -> {
          long seq = counter.lock(tx, scope) + 1;
          Before before = before(tx, mention);
          checked
              .words()
              .forEach((judgement, word) -> label(tx, scope, mention, judgement, word, before));
          var corrections = MentionJson.corrections(before.corrections.and(checked));
          save(tx, scope, mention, corrections, seq);
        });
    followers.wake(scope.workspace());
  }

  /// Takes all corrections of a mention back.
  void withdraw(Scope scope, UUID mention) {
    transactions.run(
        scope,
        tx -> {
          long seq = counter.lock(tx, scope) + 1;
          before(tx, mention);
          withdraw(tx, mention, null);
          save(tx, scope, mention, null, seq);
        });
    followers.wake(scope.workspace());
  }

  /// How many corrections stand, and how often the model was right where a person judged.
  CorrectionSummary summary(Scope scope) {
    return transactions.in(
        scope,
        tx -> {
          long count =
              tx.sql("select count(*) from mention_correction where withdrawn_at is null")
                  .query(Long.class)
                  .single();
          return tx.sql(
                  """
                  select count(*) as n, count(*) filter (where said = corrected) as good
                  from mention_correction
                  where withdrawn_at is null and judgement = 'sentiment' and said <> 'unsure'""")
              .query(
                  (row, _) ->
                      new CorrectionSummary(count, share(row.getLong("good"), row.getLong("n"))))
              .single();
        });
  }

  private static @Nullable Share share(long good, long n) {
    return n == 0 ? null : Wilson.share(good, n);
  }

  private Before before(JdbcClient tx, UUID mention) {
    return tx.sql(
            """
            select understanding, language, corrected from mention
            where id = ? and deleted_at is null""")
        .param(mention)
        .query(
            (row, _) ->
                new Before(
                    MentionJson.understanding(row.getString("understanding")),
                    row.getString("language"),
                    MentionJson.corrections(row.getString("corrected"))))
        .optional()
        .orElseThrow(() -> new NotFoundException("There is no mention " + mention + "."));
  }

  private void label(
      JdbcClient tx, Scope scope, UUID mention, String judgement, String word, Before before) {
    withdraw(tx, mention, judgement);
    tx.sql(
            """
            insert into mention_correction
              (workspace_id, id, mention_id, judgement, said, confidence, corrected, person, at)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as uuid), ?)""")
        .param(scope.workspace().value())
        .param(ids.next())
        .param(mention)
        .param(judgement)
        .param(before.said(judgement))
        .param(before.confidence(judgement))
        .param(word)
        .param(scope.person())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void withdraw(JdbcClient tx, UUID mention, @Nullable String judgement) {
    tx.sql(
            """
            update mention_correction set withdrawn_at = ?
            where mention_id = ? and withdrawn_at is null
              and judgement = coalesce(cast(? as text), judgement)""")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(mention)
        .param(judgement)
        .update();
  }

  private void save(
      JdbcClient tx, Scope scope, UUID mention, @Nullable String corrections, long seq) {
    tx.sql("update mention set corrected = cast(? as text), seq = ? where id = ?")
        .param(corrections)
        .param(seq)
        .param(mention)
        .update();
    counter.advance(tx, scope, seq);
    mentions.byIds(tx, List.of(mention)).forEach(now -> place(tx, scope, now));
    Backfills.renumbered(tx, seq);
  }

  private void place(JdbcClient tx, Scope scope, Mention mention) {
    var matcher = matchers.of(scope.workspace());
    var placement = Backfills.placement(matcher, forms.names(scope), mention);
    tx.sql("update mention set topics = ?, hidden = ? where id = ? and heard_at = ?")
        .param(placement.topics().toArray(UUID[]::new))
        .param(placement.hidden())
        .param(mention.id())
        .param(mention.heardAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Corrections checked(Corrections said) {
    if (said.words().isEmpty()) {
      throw new BadInputException(
          "sentiment", null, "Say what is right: sentiment, intents, spam or language.");
    }
    check(
        "sentiment",
        said.sentiment(),
        Arrays.stream(SentimentLabel.values()).map(SentimentLabel::word).toList());
    var intents = said.intents();
    if (intents != null) {
      var known = Arrays.stream(Intent.values()).map(Intent::word).toList();
      intents.forEach(intent -> check("intents", intent, known));
      var ordered = intents.stream().distinct().sorted().toList();
      return new Corrections(
          said.sentiment(), ordered, said.spam(), checkedLanguage(said.language()));
    }
    return new Corrections(said.sentiment(), null, said.spam(), checkedLanguage(said.language()));
  }

  private static @Nullable String checkedLanguage(@Nullable String language) {
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      throw new BadInputException("language", language, "Use a code such as en or de.");
    }
    return language;
  }

  private static void check(String field, @Nullable String word, List<String> known) {
    if (word != null && !known.contains(word)) {
      throw new BadInputException(field, word, "Use " + String.join(", ", known) + ".");
    }
  }
}

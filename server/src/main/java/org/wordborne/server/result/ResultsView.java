package org.wordborne.server.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.result.BrandShare.VoiceShares;
import org.wordborne.server.result.effect.EffectView;

/// What was heard in a span of days, what it led to, what it cost, and what a campaign changed.
///
/// Intervals are 90 %. `evidence` is the key under which `/results/words` tells the words that a
/// number rests on; null where there are none.
///
/// @param topics names of the topics that are counted; none means everything that was heard
/// @param campaign of which one this is told; null for the whole brand
/// @param effects of the campaign, a line a measure; empty without one
/// @param came what came by links; null where nothing of the kind is kept
/// @param cost of the campaign; null without one
public record ResultsView(
    LocalDate from,
    LocalDate to,
    List<String> topics,
    @Nullable ResultCampaign campaign,
    List<ResultCampaign> campaigns,
    List<ResultFigure> heard,
    List<CampaignEffect> effects,
    VoiceShares voice,
    AnswersGiven answered,
    TalkNotShout talk,
    @Nullable CameByWord came,
    @Nullable CampaignCost cost,
    List<PaidBeside> beside,
    List<AlsoHappened> also,
    Instant madeAt) {

  /// A campaign that runs or ran.
  ///
  /// @param typed whether it was typed in afterwards
  public record ResultCampaign(UUID id, String name, LocalDate from, LocalDate to, boolean typed) {}

  /// A number that was counted.
  ///
  /// @param key `words`, `people`, `glad`, `sad`, `first`, `impressions`
  /// @param n what it rests on, where that is another number: words whose views are known
  public record ResultFigure(String key, long value, @Nullable Long n, @Nullable String evidence) {}

  /// The effect on one measure, and what one of what it counts cost.
  ///
  /// @param total the effect over all its days, as `effect` is a day; of a hold-out, over all who
  ///     were reached, as `effect` is a person
  /// @param days whole days of the campaign that are known
  /// @param one what one cost; null where nothing is known to have been spent or won
  public record CampaignEffect(
      EffectView effect,
      int days,
      @Nullable Double total,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable CostOfOne one,
      @Nullable String evidence) {}

  /// What one cost, and its interval; amounts as `1.40 GBP`.
  ///
  /// @param high null where it may have brought nothing at all
  public record CostOfOne(String middle, String low, @Nullable String high) {}

  /// How many of those who asked were answered, and how fast by the clock.
  ///
  /// @param share answered ones of all, with its interval; null where nobody asked
  /// @param median minutes until half were answered; null where more than half still wait
  /// @param p90 the same for nine in ten
  public record AnswersGiven(
      int asked,
      int inTime,
      int late,
      int unanswered,
      @Nullable Between share,
      @Nullable Between median,
      @Nullable Between p90) {}

  /// A number with its interval; `high` alone is null where the data set no upper end, both where
  /// they are too few for an interval.
  public record Between(double middle, @Nullable Double low, @Nullable Double high) {}

  /// Answers of ours beside posts of ours that answer nobody.
  public record TalkNotShout(int answers, int posts) {}

  /// What came by links that people passed on.
  ///
  /// @param k how many new people each brings; null where too few joined to say
  /// @param whyNot why there is no `k`
  public record CameByWord(
      long visits, long signUps, int advocates, @Nullable Between k, @Nullable String whyNot) {}

  /// What a campaign cost.
  ///
  /// @param money what was spent, as `128.00 GBP`
  /// @param hour what an hour costs; null until somebody said so
  /// @param whole both together; null where an hour's price is not known but hours were worked
  public record CampaignCost(
      String money, long minutes, @Nullable String hour, @Nullable String whole) {}

  /// What was paid for elsewhere, and what it is assumed to have brought.
  ///
  /// @param one the amount by the assumed responses
  public record PaidBeside(
      UUID id,
      String what,
      String amount,
      LocalDate from,
      LocalDate to,
      long responses,
      String one,
      String assumption) {}

  /// Something else that happened, which may be the reason for a difference.
  public record AlsoHappened(UUID id, String what, LocalDate from, LocalDate to, String measure) {}
}

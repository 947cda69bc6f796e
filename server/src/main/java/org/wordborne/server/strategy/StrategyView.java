package org.wordborne.server.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.CorrectionSummary.Share;
import org.wordborne.server.mention.MentionView;

/// What we set out to do beside what people say, over the twelve weeks before `to`.
///
/// @param cut whether there are more words than are read: then `from` is later than twelve weeks
/// ago
/// @param few whether there are fewer than 25 people: then there are words and no figure
/// @param persons how many people spoke; null where there are few
/// @param posts how much we said; null where there are few
/// @param agreement null where it is not told; `whyNone` says why
/// @param before the agreement of the oldest week kept, if another one
/// @param voices what people said last, where there are few of them
/// @param reconsider what to think over; null while there is no reason to
/// @param door where the people read what was decided, once a decision is public
public record StrategyView(
    Instant from,
    Instant to,
    boolean cut,
    boolean few,
    @Nullable Integer persons,
    @Nullable Integer posts,
    @Nullable StrategyFigure agreement,
    @Nullable String whyNone,
    @Nullable WeekBefore before,
    @Nullable Double sayOther,
    @Nullable Double theyOther,
    List<StrategyThemeRow> themes,
    List<MentionView> voices,
    List<StatementView> statements,
    List<DecisionView> decisions,
    @Nullable ReconsiderView reconsider,
    @Nullable String door) {

  /// A share or an agreement with its 90 % interval.
  public record StrategyFigure(double value, double low, double high, long n) {
    static StrategyFigure of(Share share) {
      return new StrategyFigure(share.share(), share.low(), share.high(), share.n());
    }
  }

  /// An earlier agreement.
  public record WeekBefore(LocalDate day, StrategyFigure agreement) {}

  /// A theme, both sides of it, and what is proposed.
  ///
  /// @param origin words, said, topic, hand
  /// @param state proposed, kept, aside
  /// @param few whether fewer than 25 people speak of it: then every figure is null
  /// @param say our share of words and money
  /// @param they the people's share, each person spread over the themes they speak of
  /// @param spoken how many of all people speak of it
  /// @param together in-tune, unheard, unasked, at-odds
  /// @param score the smaller share beside the larger
  /// @param ids what people said of it, the newest first, at most 200
  public record StrategyThemeRow(
      UUID id,
      String name,
      String query,
      String origin,
      String state,
      String owner,
      boolean few,
      @Nullable Integer persons,
      @Nullable Double say,
      @Nullable StrategyFigure they,
      @Nullable StrategyFigure spoken,
      @Nullable StrategyFigure glad,
      @Nullable StrategyFigure cross,
      @Nullable CourseView course,
      @Nullable String together,
      @Nullable Double score,
      VerdictView verdict,
      List<MentionView> voices,
      List<UUID> ids,
      @Nullable DecisionView decided,
      @Nullable UUID campaign) {}

  /// A theme's share in the four weeks before the last four, and in these.
  public record CourseView(StrategyFigure before, StrategyFigure now, String word) {}

  /// What is proposed: fits, conflicts or beyond, and because of what.
  public record VerdictView(String word, List<BecauseView> because) {}

  /// A statement that a theme meets.
  ///
  /// @param how hand, query, words
  /// @param words the words they share, where that is how
  public record BecauseView(
      UUID statement, String kind, String text, String how, List<String> words) {}

  /// Something we wrote down.
  public record StatementView(
      UUID id,
      String kind,
      String text,
      String query,
      @Nullable String amount,
      String by,
      Instant at) {}

  /// What a person decided.
  ///
  /// @param due whether its date has come and nobody looked at it again
  public record DecisionView(
      UUID id,
      UUID theme,
      String name,
      String verdict,
      String answer,
      String reason,
      String did,
      String by,
      Instant at,
      LocalDate againOn,
      boolean open,
      boolean due) {}

  /// What to think over, and why.
  ///
  /// @param why agreement (three looks below the line), nothing-fits
  /// @param theme the largest part of what we say that fewest of them speak of
  public record ReconsiderView(
      String why, @Nullable UUID theme, String name, double say, double they, int persons) {}
}

package org.wordborne.server.result;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.ReferralFigures;
import org.wordborne.server.conversation.AskTimes;
import org.wordborne.server.conversation.AskTimes.AskTime;
import org.wordborne.server.mention.Wilson;
import org.wordborne.server.result.ResultsView.AlsoHappened;
import org.wordborne.server.result.ResultsView.AnswersGiven;
import org.wordborne.server.result.ResultsView.Between;
import org.wordborne.server.result.ResultsView.CameByWord;
import org.wordborne.server.result.ResultsView.CampaignEffect;
import org.wordborne.server.result.ResultsView.PaidBeside;
import org.wordborne.server.result.ResultsView.ResultCampaign;
import org.wordborne.server.result.ResultsView.ResultFigure;
import org.wordborne.server.result.ResultsView.TalkNotShout;
import org.wordborne.server.result.effect.EffectView;
import org.wordborne.server.topic.Topic;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Puts the figures of a span of days together.
@Component
public class ResultFigures {
  /// An answer within so long counts as in time.
  static final Duration IN_TIME = Duration.ofHours(24);

  private final Transactions transactions;
  private final RanCampaigns campaigns;
  private final CampaignEffects effects;
  private final TopicRoles roles;
  private final Topics topics;
  private final ShareOfVoice voice;
  private final AskTimes asks;
  private final CostBook costs;
  private final ObjectProvider<ReferralFigures> referrals;
  private final InstantSource clock;

  ResultFigures(
      Transactions transactions,
      RanCampaigns campaigns,
      CampaignEffects effects,
      TopicRoles roles,
      Topics topics,
      ShareOfVoice voice,
      AskTimes asks,
      CostBook costs,
      ObjectProvider<ReferralFigures> referrals,
      InstantSource clock) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.effects = effects;
    this.roles = roles;
    this.topics = topics;
    this.voice = voice;
    this.asks = asks;
    this.costs = costs;
    this.referrals = referrals;
    this.clock = clock;
  }

  /// Reads a question: of a campaign its own days, unless others are named.
  Asked ask(Scope scope, @Nullable String from, @Nullable String to, @Nullable UUID campaign) {
    Ran ran = campaign == null ? null : campaigns.get(scope, campaign);
    boolean named = !isBlank(from) || !isBlank(to);
    Days days = ran == null || named ? Days.of(from, to, clock.instant()) : ran.days();
    Set<UUID> about = ran == null ? roles.ours(scope) : effects.touched(scope, ran);
    return new Asked(days, about, ran);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /// All figures.
  ResultsView of(Scope scope, Asked asked) {
    Days days = asked.days();
    Ran campaign = asked.campaign();
    var hour = costs.hour(scope);
    return new ResultsView(
        days.from(),
        days.to(),
        names(scope, asked.topics()),
        campaign == null ? null : view(campaign),
        campaigns.all(scope).stream().map(ResultFigures::view).toList(),
        heard(scope, asked),
        campaign == null ? List.of() : effects(scope, campaign),
        voice.of(scope, days),
        answered(asks.asked(scope, days.start(), days.end())),
        talk(scope, days),
        came(scope, days),
        campaign == null ? null : Costs.of(campaign, hour),
        beside(scope, days),
        costs.confounders(scope).stream()
            .filter(one -> one.days().meets(days))
            .map(
                one ->
                    new AlsoHappened(
                        one.id(), one.what(), one.days().from(), one.days().to(), one.measure()))
            .toList(),
        clock.instant());
  }

  private List<String> names(Scope scope, Set<UUID> about) {
    return topics.all(scope).stream()
        .filter(topic -> about.contains(topic.id()))
        .map(Topic::name)
        .toList();
  }

  private static ResultCampaign view(Ran ran) {
    return new ResultCampaign(
        ran.id(), ran.name(), ran.days().from(), ran.days().to(), ran.typed());
  }

  private List<ResultFigure> heard(Scope scope, Asked asked) {
    return transactions.in(
        scope,
        tx -> {
          var sums = DayBook.sums(tx, asked.topics(), asked.days());
          var voices = DayBook.voices(tx, asked.topics(), asked.days());
          var figures = new ArrayList<ResultFigure>();
          figures.add(figure("words", sums.words()));
          figures.add(figure("people", voices.people()));
          figures.add(figure("glad", voices.glad()));
          figures.add(figure("first", voices.fresh()));
          figures.add(figure("praise", sums.glad()));
          figures.add(figure("complaint", sums.sad()));
          if (sums.told() > 0) {
            figures.add(new ResultFigure("impressions", sums.views(), sums.told(), "views"));
          }
          return List.copyOf(figures);
        });
  }

  private static ResultFigure figure(String key, long value) {
    return new ResultFigure(key, value, null, value == 0 ? null : key);
  }

  private List<CampaignEffect> effects(Scope scope, Ran campaign) {
    Money cost = Costs.whole(campaign, costs.hour(scope));
    Days whole = campaign.whole(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    int known = whole == null ? 0 : whole.count();
    return effects.of(scope, campaign).stream().map(effect -> effect(effect, known, cost)).toList();
  }

  static CampaignEffect effect(EffectView effect, int days, @Nullable Money whole) {
    Double total = effect.total();
    Double day = effect.effect();
    /* A hold-out counts words a person, everything else people a day: its own total says how
    many there are in all. */
    Double each = total == null || day == null || day == 0 ? null : total / day;
    Double low = each == null || effect.low() == null ? null : effect.low() * each;
    Double high = each == null || effect.high() == null ? null : effect.high() * each;
    return new CampaignEffect(
        effect,
        days,
        total,
        low,
        high,
        Costs.each(whole, total, low, high),
        effect.measure().equals("turnover") ? null : evidence(effect.measure()));
  }

  private static String evidence(String measure) {
    return switch (measure) {
      case "glad" -> "praise";
      case "people" -> "words";
      case "words" -> ResultWords.SEEDS;
      case "glad-words" -> ResultWords.SEEDS_GLAD;
      default -> measure;
    };
  }

  private AnswersGiven answered(List<AskTime> asked) {
    Instant now = clock.instant();
    int inTime = 0;
    int late = 0;
    for (AskTime ask : asked) {
      if (ask.answeredAt() != null) {
        if (isInTime(ask)) {
          inTime++;
        } else {
          late++;
        }
      }
    }
    int n = asked.size();
    var times = ResponseTimes.of(asked, now);
    return new AnswersGiven(
        n,
        inTime,
        late,
        n - inTime - late,
        n == 0 ? null : share(inTime + late, n),
        between(times.until(.5)),
        between(times.until(.1)));
  }

  static boolean isInTime(AskTime ask) {
    return ask.answeredAt() != null && !ask.answeredAt().isAfter(ask.at().plus(IN_TIME));
  }

  private static Between share(int good, int n) {
    var share = Wilson.share(good, n);
    return new Between(share.share(), share.low(), share.high());
  }

  private static @Nullable Between between(ResponseTimes.Quantile quantile) {
    return quantile.minutes() == null
        ? null
        : new Between(quantile.minutes(), quantile.low(), quantile.high());
  }

  private TalkNotShout talk(Scope scope, Days days) {
    int answers = asks.answered(scope, days.start(), days.end()).size();
    int posts =
        transactions.in(
            scope,
            tx ->
                tx.sql("select count(*)::int from counted_word where ours and day between ? and ?")
                    .params(days.from(), days.to())
                    .query(Integer.class)
                    .single());
    return new TalkNotShout(answers, posts);
  }

  private @Nullable CameByWord came(Scope scope, Days days) {
    ReferralFigures known = referrals.getIfAvailable();
    if (known == null) {
      return null;
    }
    var view = known.of(scope, days.start(), days.end());
    var k = view.k();
    if (view.visits() == 0 && view.signUps() == 0 && view.advocates() == 0) {
      return null;
    }
    return new CameByWord(
        view.visits(),
        view.signUps(),
        view.advocates(),
        k == null ? null : new Between(k.value(), k.low(), k.high()),
        view.whyNot());
  }

  private List<PaidBeside> beside(Scope scope, Days days) {
    return costs.spent(scope).stream()
        .filter(spent -> spent.days().meets(days))
        .map(
            spent ->
                new PaidBeside(
                    spent.id(),
                    spent.what(),
                    spent.amount().text(),
                    spent.days().from(),
                    spent.days().to(),
                    spent.responses(),
                    Costs.share(spent.amount(), spent.responses()).text(),
                    spent.assumption()))
        .toList();
  }
}

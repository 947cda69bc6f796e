package org.wordborne.server.campaign.draw;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wordborne.effect.Commitment;
import org.wordborne.effect.EntryList;
import org.wordborne.effect.Prize;
import org.wordborne.server.campaign.Contests.Sealable;
import org.wordborne.server.campaign.draw.DrawView.DrawBeacon;
import org.wordborne.server.campaign.draw.DrawView.DrawStep;
import org.wordborne.server.campaign.draw.DrawView.DrawWinner;

/// Puts together what is shown of a draw.
final class DrawViews {
  private final DrawBook.Seal seal;
  private final EntryList list;
  private final DrawBook.@Nullable Result result;
  private final @Nullable String trouble;
  private final Instant now;

  DrawViews(
      DrawBook.Seal seal,
      EntryList list,
      DrawBook.@Nullable Result result,
      @Nullable String trouble,
      Instant now) {
    this.seal = seal;
    this.list = list;
    this.result = result;
    this.trouble = trouble;
    this.now = now;
  }

  static DrawView open(UUID contest, Sealable sealable, List<String> lacks) {
    return new DrawView(
        contest,
        "open",
        sealable.name(),
        lacks,
        null,
        List.of(
            step("rule", null, Map.of()),
            step("seal", null, Map.of()),
            step("beacon", null, Map.of()),
            step("draw", null, Map.of())),
        List.of(),
        List.of(),
        sealable.entries().size(),
        List.of(),
        null);
  }

  DrawView view(List<String> changes, Function<String, @Nullable String> shown) {
    Commitment commitment = seal.commitment();
    boolean due = !now.isBefore(seal.due());
    var drawn = result;
    return new DrawView(
        seal.contest(),
        drawn != null ? "drawn" : due ? "waiting" : "sealed",
        commitment.name(),
        List.of(),
        new DrawBeacon(
            seal.chain().name(),
            commitment.round(),
            seal.due(),
            BeaconChains.isStandIn(seal.chain()),
            drawn == null && due ? trouble : null),
        List.of(rule(), sealed(), beacon(), drawStep()),
        drawn == null ? List.of() : winners(drawn, shown),
        drawn == null ? List.of() : alternates(drawn, shown),
        commitment.entries(),
        changes,
        null);
  }

  private DrawStep rule() {
    Commitment commitment = seal.commitment();
    var values = new LinkedHashMap<String, String>();
    values.put("rules", commitment.rules());
    values.put("prizes", Integer.toString(pieces()));
    values.put("alternates", Integer.toString(commitment.alternates()));
    values.put("onePer", commitment.onePerGroup() ? "person" : "entry");
    return step("rule", commitment.sealed(), values);
  }

  private int pieces() {
    return seal.commitment().prizes().stream().mapToInt(Prize::count).sum();
  }

  private DrawStep sealed() {
    Commitment commitment = seal.commitment();
    var values = new LinkedHashMap<String, String>();
    values.put("entries", Integer.toString(commitment.entries()));
    values.put("mayWin", Integer.toString(list.drawable()));
    values.put("root", commitment.root());
    values.put("secret", commitment.secret());
    values.put("commitment", seal.hash());
    return step("seal", commitment.sealed(), values);
  }

  private DrawStep beacon() {
    var values = new LinkedHashMap<String, String>();
    values.put("chain", seal.chain().name());
    values.put("round", Long.toString(seal.commitment().round()));
    var drawn = result;
    if (drawn != null) {
      values.put("signature", drawn.signature());
      values.put("relay", drawn.relay());
    }
    return step("beacon", drawn == null ? null : seal.due(), values);
  }

  private DrawStep drawStep() {
    var drawn = result;
    return drawn == null
        ? step("draw", null, Map.of())
        : step("draw", drawn.at(), Map.of("seed", drawn.seed()));
  }

  private List<DrawWinner> winners(
      DrawBook.Result drawn, Function<String, @Nullable String> shown) {
    var winners = new ArrayList<DrawWinner>();
    List<Prize> prizes = seal.commitment().prizes();
    for (int i = 0; i < prizes.size(); i++) {
      for (int piece = 0; piece < prizes.get(i).count(); piece++) {
        if (winners.size() < drawn.winners()) {
          winners.add(place(drawn, winners.size(), seal.prizes().get(i), shown));
        }
      }
    }
    return winners;
  }

  private List<DrawWinner> alternates(
      DrawBook.Result drawn, Function<String, @Nullable String> shown) {
    var alternates = new ArrayList<DrawWinner>();
    for (int place = drawn.winners(); place < drawn.order().size(); place++) {
      alternates.add(place(drawn, place, null, shown));
    }
    return alternates;
  }

  private DrawWinner place(
      DrawBook.Result drawn,
      int place,
      @Nullable String prize,
      Function<String, @Nullable String> shown) {
    int number = drawn.order().get(place);
    String code = list.code(number);
    return new DrawWinner(place + 1, prize, number, code, shown.apply(code));
  }

  private static DrawStep step(String name, @Nullable Instant at, Map<String, String> values) {
    return new DrawStep(name, at, values);
  }
}

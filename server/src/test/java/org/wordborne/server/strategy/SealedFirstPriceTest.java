package org.wordborne.server.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wordborne.server.strategy.auction.SealedFirstPrice;
import org.wordborne.server.strategy.auction.SealedFirstPrice.OpenedBid;

class SealedFirstPriceTest {
  private static final long ONE = 1_000_000;

  /// Vickrey 1961: costs uniform, bids c + (1 - c) / n; the mean price is 2 / (n + 1).
  @Test
  void winner_threeSellersAtTheirBest_priceIsHalfOnAverage() {
    var chance = new SplittableRandom(3);

    double mean =
        IntStream.range(0, 100_000)
            .mapToLong(_ -> SealedFirstPrice.winner(bids(3, chance), ONE).orElseThrow().minor())
            .average()
            .orElseThrow();

    assertThat(mean / ONE).isCloseTo(.5, within(.005));
  }

  @Test
  void winner_equalBids_isTheOneReceivedFirst() {
    var bids =
        List.of(new OpenedBid(1, 500, 9), new OpenedBid(2, 500, 4), new OpenedBid(3, 501, 2));

    assertThat(SealedFirstPrice.winner(bids, 600).orElseThrow().seller()).isEqualTo(2);
    assertThat(SealedFirstPrice.winner(bids, 499)).isEmpty();
  }

  private static List<OpenedBid> bids(int sellers, SplittableRandom chance) {
    return IntStream.rangeClosed(1, sellers)
        .mapToObj(
            seller -> {
              double cost = chance.nextDouble();
              return new OpenedBid(seller, Math.round(ONE * (cost + (1 - cost) / sellers)), seller);
            })
        .toList();
  }
}

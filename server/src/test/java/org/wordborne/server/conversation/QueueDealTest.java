package org.wordborne.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueDealTest {

  @Test
  void first_tenPlaces_keepsTheFifthAndTheTenth() {
    var byNeed = IntStream.range(0, 20).boxed().toList();

    var places = new QueueDeal<>(byNeed, List.of(18), List.of(19, 18)).first(10, 0);

    assertThat(places)
        .extracting(QueueDeal.Place::item)
        .containsExactly(0, 1, 2, 3, 18, 4, 5, 6, 7, 19);
    assertThat(places.get(4).kept()).isEqualTo(QueueDeal.Kept.SMALL_VOICE);
    assertThat(places.get(9).kept()).isEqualTo(QueueDeal.Kept.OLD_WAIT);
  }

  @Test
  void first_someHandled_movesKeptPlacesUp() {
    var byNeed = IntStream.range(0, 20).boxed().toList();

    var places = new QueueDeal<>(byNeed, List.of(18), List.of(19)).first(10, 4);

    assertThat(places.get(0).item()).isEqualTo(18);
    assertThat(places.get(5).item()).isEqualTo(19);
  }

  @Test
  void first_keptWouldStandThereByNeed_isNotNamedKept() {
    var byNeed = List.of(0, 1, 2, 3, 4, 5);

    var places = new QueueDeal<>(byNeed, List.of(4), List.of()).first(6, 0);

    assertThat(places).extracting(QueueDeal.Place::item).containsExactlyElementsOf(byNeed);
    assertThat(places).extracting(QueueDeal.Place::kept).containsOnlyNulls();
  }

  @Test
  void first_nobodySmallOrOld_fillsByNeed() {
    var byNeed = IntStream.range(0, 12).boxed().toList();

    var places = new QueueDeal<>(byNeed, List.<Integer>of(), List.of()).first(12, 3);

    assertThat(places).extracting(QueueDeal.Place::item).containsExactlyElementsOf(byNeed);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void first_anyOrders_dealsEachOnce(long seed) {
    var random = new SplittableRandom(seed);
    var byNeed = shuffled(200, random);
    var old = shuffled(200, random);
    var small = shuffled(200, random).stream().filter(n -> n % 3 == 0).toList();

    var places = new QueueDeal<>(byNeed, small, old).first(500, random.nextInt(10));

    assertThat(places).extracting(QueueDeal.Place::item).doesNotHaveDuplicates().hasSize(200);
  }

  /// More comes in than is answered, for ever, and all of it needs us more: yet whoever waits is
  /// reached, however the team picks its work.
  @ParameterizedTest
  @EnumSource
  void first_moreArrivesThanIsAnswered_nobodyWaitsForEver(Habit habit) {
    var town = new BusyTown(new SplittableRandom(7));
    town.arrive(40, 0.9);
    var quiet = town.arriveQuietly();

    int answered = town.answerUntil(quiet, habit);

    // 40 older ones; every tenth answer goes to the oldest, and one more round may have begun.
    assertThat(answered).isLessThanOrEqualTo(10 * (40 + 1) + 10);
  }

  @Test
  void first_byNeedAlone_wouldStarve() {
    var town = new BusyTown(new SplittableRandom(7));
    town.arrive(5, 0.9);
    var quiet = town.arriveQuietly();

    int answered = town.answerByNeedAlone(quiet, 5_000);

    assertThat(answered).isEqualTo(5_000);
  }

  private static List<Integer> shuffled(int count, SplittableRandom random) {
    return IntStream.range(0, count)
        .mapToObj(n -> new int[] {n, random.nextInt()})
        .sorted(Comparator.comparingInt(pair -> pair[1]))
        .map(pair -> pair[0])
        .toList();
  }

  /// How a team picks the next one.
  enum Habit {
    ALWAYS_THE_FIRST,
    THE_FIRST_TEN_IN_A_ROW
  }

  record Waiting(int id, double need, boolean small) {}

  /// Two loud voices arrive for each that is answered.
  private static final class BusyTown {
    private final SplittableRandom random;
    private final ArrayList<Waiting> open = new ArrayList<>();
    private int arrived;
    private int handled;

    BusyTown(SplittableRandom random) {
      this.random = random;
    }

    void arrive(int count, double smallShare) {
      for (int i = 0; i < count; i++) {
        open.add(
            new Waiting(
                arrived++, 0.5 + random.nextDouble() / 2, random.nextDouble() < smallShare));
      }
    }

    Waiting arriveQuietly() {
      var quiet = new Waiting(arrived++, 0.001, false);
      open.add(quiet);
      return quiet;
    }

    int answerUntil(Waiting one, Habit habit) {
      int answered = 0;
      while (open.contains(one)) {
        int sitting = habit == Habit.ALWAYS_THE_FIRST ? 1 : 10;
        var places = queue().first(sitting, handled);
        for (var place : places) {
          open.remove(place.item());
          arrive(2, 0.9);
          handled++;
          answered++;
        }
      }
      return answered;
    }

    int answerByNeedAlone(Waiting one, int most) {
      int answered = 0;
      while (open.contains(one) && answered < most) {
        open.remove(open.stream().max(Comparator.comparingDouble(Waiting::need)).orElseThrow());
        if (open.size() < 5) {
          arrive(2, 0.9);
        }
        arrive(1, 0.9);
        answered++;
      }
      return answered;
    }

    private QueueDeal<Waiting> queue() {
      var byNeed =
          open.stream()
              .sorted(Comparator.comparingDouble(Waiting::need).reversed())
              .limit(20)
              .toList();
      var old = open.stream().limit(20).toList();
      var small = open.stream().filter(Waiting::small).limit(20).toList();
      return new QueueDeal<>(byNeed, small, old);
    }
  }
}

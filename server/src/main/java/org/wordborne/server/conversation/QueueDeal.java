package org.wordborne.server.conversation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Deals the places of the queue: eight of ten by need, one to the small voice and one to anybody
/// that has waited longest.
///
/// The kept places move up as conversations are handled: the place with index `i` is the
/// `handled + i`-th that was ever dealt. So whoever always takes the first place still takes every
/// tenth time the longest waiting one, and each conversation, having only finitely many older
/// ones, is reached after at most ten handled conversations for each of these.
final class QueueDeal<T> {
  static final int ROUND = 10;
  static final int SMALL_VOICE_PLACE = 4;
  static final int OLD_WAIT_PLACE = 9;

  private final Iterator<T> byNeed;
  private final Iterator<T> smallVoices;
  private final Iterator<T> oldWaits;
  private final HashSet<T> dealt = new HashSet<>();
  private @Nullable T heldBack;

  /// Deals from three orders of the same conversations. Equal items must be `equal`.
  QueueDeal(List<T> byNeed, List<T> smallVoices, List<T> oldWaits) {
    this.byNeed = byNeed.iterator();
    this.smallVoices = smallVoices.iterator();
    this.oldWaits = oldWaits.iterator();
  }

  /// The first places, the next to be handled first.
  List<Place<T>> first(int places, long handled) {
    var dealtPlaces = new ArrayList<Place<T>>();
    for (int i = 0; i < places; i++) {
      var place = place((int) ((handled + i) % ROUND));
      if (place == null) {
        break;
      }
      dealtPlaces.add(place);
    }
    return dealtPlaces;
  }

  private @Nullable Place<T> place(int turn) {
    return switch (turn) {
      case SMALL_VOICE_PLACE -> kept(smallVoices, Kept.SMALL_VOICE);
      case OLD_WAIT_PLACE -> kept(oldWaits, Kept.OLD_WAIT);
      default -> needed();
    };
  }

  private @Nullable Place<T> needed() {
    var item = nextNeeded();
    heldBack = null;
    return item == null ? null : deal(item, null);
  }

  /* Who would stand here by need alone needs no kept place: it is then given to nobody's name. */
  private @Nullable Place<T> kept(Iterator<T> order, Kept kept) {
    var item = next(order, candidate -> !dealt.contains(candidate));
    if (item == null || item.equals(nextNeeded())) {
      return needed();
    }
    return deal(item, kept);
  }

  private Place<T> deal(T item, @Nullable Kept kept) {
    dealt.add(item);
    return new Place<>(item, kept);
  }

  private @Nullable T nextNeeded() {
    if (heldBack == null || dealt.contains(heldBack)) {
      heldBack = next(byNeed, candidate -> !dealt.contains(candidate));
    }
    return heldBack;
  }

  private static <T> @Nullable T next(Iterator<T> order, Predicate<T> wanted) {
    while (order.hasNext()) {
      var candidate = order.next();
      if (wanted.test(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /// For whom a place is kept.
  enum Kept {
    SMALL_VOICE("small-voice"),
    OLD_WAIT("old-wait");

    private final String word;

    Kept(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /// One place of the queue.
  ///
  /// @param kept null for a place by need
  record Place<T>(T item, @Nullable Kept kept) {}
}

package org.wordborne.effect;

import java.util.Arrays;

/* Draws without replacement: each pick takes an entry with a chance in proportion to its weight
 * among what is left, and takes it (or its whole group) out. Running sums stand in a Fenwick
 * tree (Fenwick, 1994), so that a pick is logarithmic. */
final class Picks {
  private final EntryList list;
  private final boolean onePerGroup;
  private final long[] tree;
  private final int[] live;
  private long left;
  private long[] byGroup = {};

  Picks(EntryList list, boolean onePerGroup) {
    this.list = list;
    this.onePerGroup = onePerGroup;
    int size = list.size();
    tree = new long[size + 1];
    live = new int[size];
    for (int i = 0; i < size; i++) {
      live[i] = list.chance(i);
      left += live[i];
      tree[i + 1] += live[i];
      int above = i + 1 + ((i + 1) & -(i + 1));
      if (above <= size) {
        tree[above] += tree[i + 1];
      }
    }
  }

  /// The numbers of the entries drawn, from 1: `most` of them, or as many as there are.
  int[] draw(ChanceStream chance, int most) {
    int[] order = new int[Math.min(most, list.size())];
    int count = 0;
    while (count < order.length && left > 0) {
      int index = at(chance.below(left));
      order[count++] = index + 1;
      takeOut(index);
    }
    return Arrays.copyOf(order, count);
  }

  /* The entry where the running sum passes `passed`. */
  private int at(long passed) {
    int index = 0;
    long rest = passed;
    for (int step = Integer.highestOneBit(live.length); step > 0; step >>= 1) {
      int next = index + step;
      if (next <= live.length && tree[next] <= rest) {
        index = next;
        rest -= tree[next];
      }
    }
    return index;
  }

  private void takeOut(int index) {
    if (!onePerGroup) {
      clear(index);
      return;
    }
    if (byGroup.length == 0) {
      byGroup = new long[live.length];
      Arrays.setAll(byGroup, i -> (long) list.group(i) << Integer.SIZE | i);
      Arrays.sort(byGroup);
    }
    long group = list.group(index);
    int from = Arrays.binarySearch(byGroup, group << Integer.SIZE);
    for (int i = from < 0 ? -from - 1 : from; i < byGroup.length; i++) {
      if (byGroup[i] >>> Integer.SIZE != group) {
        break;
      }
      clear((int) byGroup[i]);
    }
  }

  private void clear(int index) {
    int weight = live[index];
    live[index] = 0;
    left -= weight;
    if (weight > 0) {
      for (int i = index + 1; i <= live.length; i += i & -i) {
        tree[i] -= weight;
      }
    }
  }
}

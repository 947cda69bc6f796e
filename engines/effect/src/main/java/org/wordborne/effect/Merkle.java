package org.wordborne.effect;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/* Hash trees as in RFC 6962, section 2.1: leaves behind a byte 0, nodes behind a byte 1, the left
 * side as large a power of two as is below the count. */
final class Merkle {
  private final MessageDigest hash = Bits.sha256();

  byte[] leaf(byte[] bytes, int from, int to) {
    hash.update((byte) 0);
    hash.update(bytes, from, to - from);
    return hash.digest();
  }

  byte[] node(byte[] left, byte[] right) {
    hash.update((byte) 1);
    hash.update(left);
    return hash.digest(right);
  }

  interface Leaves {
    byte[] hash(int index);
  }

  /// The root over `[from, to)`. A stack of full subtrees, largest first, needs no recursion.
  byte[] root(Leaves leaves, int from, int to) {
    var stack = new ArrayList<byte[]>();
    for (int i = from; i < to; i++) {
      byte[] made = leaves.hash(i);
      for (int full = i - from; (full & 1) == 1; full >>= 1) {
        made = node(stack.removeLast(), made);
      }
      stack.add(made);
    }
    byte[] root = stack.removeLast();
    while (!stack.isEmpty()) {
      root = node(stack.removeLast(), root);
    }
    return root;
  }

  /// The neighbours that lead from leaf `index` to the root of `size` leaves, nearest first.
  List<byte[]> path(Leaves leaves, int index, int size) {
    var path = new ArrayList<byte[]>();
    int from = 0;
    int to = size;
    while (to - from > 1) {
      int middle = from + Integer.highestOneBit(to - from - 1);
      if (index < middle) {
        path.add(root(leaves, middle, to));
        to = middle;
      } else {
        path.add(root(leaves, from, middle));
        from = middle;
      }
    }
    return path.reversed();
  }

  /// The root that leaf `index` of `size` and its path give.
  byte[] rootFrom(byte[] leaf, int index, int size, List<byte[]> path) {
    var turns = new ArrayList<Boolean>();
    int from = 0;
    int to = size;
    while (to - from > 1) {
      int middle = from + Integer.highestOneBit(to - from - 1);
      boolean isLeft = index < middle;
      turns.add(isLeft);
      from = isLeft ? from : middle;
      to = isLeft ? middle : to;
    }
    if (path.size() != turns.size()) {
      return new byte[0];
    }
    byte[] made = leaf;
    for (byte[] neighbour : path) {
      made = turns.removeLast() ? node(made, neighbour) : node(neighbour, made);
    }
    return made;
  }
}

package org.wordborne.effect;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/* Selection i takes MD5 of (i, key, i), i as two bytes, as one large number; its remainder by the
 * count of those left says which of them. */
final class Rfc3797 {
  private static final int MOST = 65_535;

  private Rfc3797() {}

  static int[] select(String key, int pool, int select) {
    if (pool < 1 || pool > MOST || select < 0 || select > pool) {
      throw new IllegalArgumentException(
          "of a pool of 1 to 65535 at most the whole pool is selected, was "
              + select
              + " of "
              + pool);
    }
    List<Integer> left = new ArrayList<>();
    for (int number = 1; number <= pool; number++) {
      left.add(number);
    }
    int[] selected = new int[select];
    for (int i = 0; i < select; i++) {
      selected[i] = left.remove(chance(key, i).mod(BigInteger.valueOf(left.size())).intValue());
    }
    return selected;
  }

  private static BigInteger chance(String key, int index) {
    var hash = Bits.digest("MD5");
    byte[] both = {(byte) (index >> Byte.SIZE), (byte) index};
    hash.update(both);
    hash.update(Bits.utf8(key));
    return new BigInteger(1, hash.digest(both));
  }
}

package org.wordborne.network;

/// People by a value that only ever falls, highest first; of equal ones the lower number.
final class LazyHeap {
  private final int[] person;
  private final double[] value;
  private int size;

  LazyHeap(int capacity) {
    person = new int[capacity];
    value = new double[capacity];
  }

  /// Adds without putting in order; [#order] must follow.
  void add(int who, double worth) {
    person[size] = who;
    value[size++] = worth;
  }

  void order() {
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  int first() {
    return person[0];
  }

  double firstValue() {
    return value[0];
  }

  void lowerFirst(double worth) {
    value[0] = worth;
    sink(0);
  }

  void dropFirst() {
    size--;
    person[0] = person[size];
    value[0] = value[size];
    sink(0);
  }

  private void sink(int from) {
    int at = from;
    int who = person[at];
    double worth = value[at];
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size
          && before(person[child + 1], value[child + 1], person[child], value[child])) {
        child++;
      }
      if (!before(person[child], value[child], who, worth)) {
        break;
      }
      person[at] = person[child];
      value[at] = value[child];
      at = child;
    }
    person[at] = who;
    value[at] = worth;
  }

  private static boolean before(int who, double worth, int other, double otherWorth) {
    return worth > otherWorth || worth == otherWorth && who < other;
  }
}

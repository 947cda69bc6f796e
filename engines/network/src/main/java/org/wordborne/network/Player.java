package org.wordborne.network;

import java.util.Arrays;

/// Plays one trial after another, each in the arrays of the last.
final class Player {
  private static final int UNHEARD = Integer.MAX_VALUE;

  private final Forward forward;
  private final Chance stream = new Chance();
  private final int[] mark;
  private final int[] queue;
  private final float[] weight;
  private long trial;
  private int epoch;
  private int size;

  Player(Forward forward) {
    this.forward = forward;
    this.mark = new int[forward.people()];
    this.queue = new int[forward.people()];
    this.weight = new float[forward.threshold ? forward.people() : 0];
  }

  void begin(long seed, int number) {
    stream.begin(seed, number);
    trial = stream.next();
    epoch++;
    size = 0;
  }

  /// How many hear from the seeds.
  int reached(int... seeds) {
    if (forward.threshold) {
      Arrays.fill(weight, 0);
    }
    for (int seed : seeds) {
      hears(seed);
    }
    for (int next = 0; next < size; next++) {
      if (forward.threshold) {
        weigh(queue[next]);
      } else {
        tell(queue[next]);
      }
    }
    return size;
  }

  private void tell(int speaker) {
    for (int arc = forward.start[speaker]; arc < forward.start[speaker + 1]; arc++) {
      if (mark[forward.hearer[arc]] != epoch && stream.unit() < forward.chance[arc]) {
        hears(forward.hearer[arc]);
      }
    }
  }

  private void weigh(int speaker) {
    for (int arc = forward.start[speaker]; arc < forward.start[speaker + 1]; arc++) {
      int hearer = forward.hearer[arc];
      if (mark[hearer] != epoch) {
        weight[hearer] += forward.chance[arc];
        if (drawn(hearer) < weight[hearer]) {
          hears(hearer);
        }
      }
    }
  }

  private void hears(int person) {
    if (mark[person] != epoch) {
      mark[person] = epoch;
      queue[size++] = person;
    }
  }

  /// A draw in [0, 1) that belongs to this trial and a number, however often it is asked for.
  private double drawn(long number) {
    return (Chance.mix(trial ^ Chance.mix(number + 1)) >>> 11) * 0x1p-53;
  }

  /// How many the rumour reaches by itself, but not when the truth goes out with it.
  int saved(int[] truth, int[] rumour) {
    int[] alone = steps(rumour);
    int[] honest = steps(truth);
    int saved = 0;
    for (int person = 0; person < alone.length; person++) {
      saved += alone[person] != UNHEARD && honest[person] <= alone[person] ? 1 : 0;
    }
    return saved - began(rumour, honest);
  }

  /* Where the rumour begins nobody can be kept from it, whoever speaks there. */
  private static int began(int[] rumour, int[] honest) {
    return (int) Arrays.stream(rumour).distinct().filter(who -> honest[who] == 0).count();
  }

  /// In how many steps each hears; an arc passes or not for both stories alike.
  private int[] steps(int... from) {
    var steps = new int[forward.people()];
    Arrays.fill(steps, UNHEARD);
    int count = 0;
    for (int person : from) {
      if (steps[person] == UNHEARD) {
        steps[person] = 0;
        queue[count++] = person;
      }
    }
    for (int next = 0; next < count; next++) {
      int speaker = queue[next];
      for (int arc = forward.start[speaker]; arc < forward.start[speaker + 1]; arc++) {
        int hearer = forward.hearer[arc];
        if (steps[hearer] == UNHEARD && drawn(arc) < forward.chance[arc]) {
          steps[hearer] = steps[speaker] + 1;
          queue[count++] = hearer;
        }
      }
    }
    return steps;
  }
}

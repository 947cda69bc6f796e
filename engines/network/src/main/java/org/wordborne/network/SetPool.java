package org.wordborne.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Drawn sets, one behind the other: the people of set j lie from `end(j - 1)` to `end(j)`.
///
/// Set j comes from stream `first + step · j` alone, so that more sets add to the earlier ones and
/// change none, and the pool is the same however many threads drew it.
final class SetPool {
  /* Both pools and the index of one stay below half a gigabyte. */
  private static final int MOST = 40_000_000;
  private static final int ASK_EVERY = 1 << 8;

  private final Supplier<SetSampler> samplers;
  private final List<SetSampler> made = new ArrayList<>();
  private final long seed;
  private final int first;
  private final int step;
  private int[] people = new int[1 << 12];
  private int[] ends = new int[1 << 8];
  private int sets;

  SetPool(Supplier<SetSampler> samplers, long seed, int first, int step) {
    this.samplers = samplers;
    this.seed = seed;
    this.first = first;
    this.step = step;
  }

  int sets() {
    return sets;
  }

  int entries() {
    return sets == 0 ? 0 : ends[sets - 1];
  }

  int end(int set) {
    return set < 0 ? 0 : ends[set];
  }

  int person(int entry) {
    return people[entry];
  }

  /// The people of all sets; only the first [#entries] count.
  int[] people() {
    return people;
  }

  /// Whether twice as many sets would still fit.
  boolean mayDouble() {
    return entries() < MOST / 2 && sets < MOST / 2;
  }

  /// Draws until there are `total` sets.
  ///
  /// @throws java.util.concurrent.CancellationException once `stop` says so
  void drawTo(int total, int threads, BooleanSupplier stop) {
    int missing = total - sets;
    var parts = new ArrayList<Part>();
    for (int i = 0; i < threads; i++) {
      int from = sets + (int) ((long) missing * i / threads);
      int to = sets + (int) ((long) missing * (i + 1) / threads);
      parts.add(new Part(sampler(i), from, to, stop));
    }
    run(parts);
    for (var part : parts) {
      append(part);
    }
  }

  private SetSampler sampler(int thread) {
    while (made.size() <= thread) {
      made.add(samplers.get());
    }
    return made.get(thread);
  }

  private static void run(List<Part> parts) {
    var others = new ArrayList<Thread>();
    for (var part : parts.subList(1, parts.size())) {
      others.add(Thread.ofPlatform().name("sets").daemon().start(part));
    }
    parts.getFirst().run();
    others.forEach(SetPool::await);
  }

  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void append(Part part) {
    if (part.failed) {
      throw new java.util.concurrent.CancellationException("stopped while sets were drawn");
    }
    int before = entries();
    people = roomy(people, (long) before + part.used);
    ends = roomy(ends, (long) sets + part.drawn);
    System.arraycopy(part.held, 0, people, before, part.used);
    for (int i = 0; i < part.drawn; i++) {
      ends[sets + i] = before + part.upTo[i];
    }
    sets += part.drawn;
  }

  private static int[] roomy(int[] array, long least) {
    if (least <= array.length) {
      return array;
    }
    return Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 8L, least + least / 4));
  }

  /// What one thread draws.
  private final class Part implements Runnable {
    private final SetSampler sampler;
    private final int from;
    private final int to;
    private final BooleanSupplier stop;
    private int[] held = new int[1 << 12];
    private final int[] upTo;
    private int used;
    private int drawn;
    private volatile boolean failed;

    Part(SetSampler sampler, int from, int to, BooleanSupplier stop) {
      this.sampler = sampler;
      this.from = from;
      this.to = to;
      this.stop = stop;
      this.upTo = new int[to - from];
    }

    @Override
    public void run() {
      for (int set = from; set < to; set++) {
        if (drawn % ASK_EVERY == 0 && stop.getAsBoolean()) {
          failed = true;
          return;
        }
        int size = sampler.draw(seed, first + (long) step * set);
        held = roomy(held, (long) used + size);
        System.arraycopy(sampler.people(), 0, held, used, size);
        used += size;
        upTo[drawn++] = used;
      }
    }
  }
}

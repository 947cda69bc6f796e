package org.wordborne.cli;

/// Shows on standard error how far an import is: a bar where a person looks on, else nothing but
/// the end.
final class ImportProgress implements AutoCloseable {
  private static final long BETWEEN_NANOS = 200_000_000L;
  private static final int WIDTH = 30;

  private final ImportInput input;
  private final boolean watched = System.console() != null && System.console().isTerminal();
  private final long begun = System.nanoTime();
  private long shown;
  private long sent;
  private long known;
  private long bad;

  ImportProgress(ImportInput input) {
    this.input = input;
  }

  /// A line went out.
  synchronized void sent() {
    sent++;
    long now = System.nanoTime();
    if (now - shown > BETWEEN_NANOS) {
      shown = now;
      show("");
    }
  }

  /// So much is kept for good.
  synchronized void acknowledged(long read, long knownBefore, long rejected) {
    sent = read;
    known = knownBefore;
    bad = rejected;
    show("");
  }

  /// All is kept; it is being made findable.
  synchronized void indexing() {
    show(", making it findable");
  }

  @Override
  public synchronized void close() {
    if (watched) {
      System.err.print("\r\u001b[K");
      System.err.flush();
    }
  }

  private void show(String more) {
    if (!watched) {
      return;
    }
    double seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
    System.err.printf(
        "\r\u001b[K%s %,d lines, %,.0f a second, %,d known before, %,d bad%s",
        bar(), sent, sent / seconds, known, bad, more);
    System.err.flush();
  }

  private String bar() {
    if (input.size() <= 0) {
      return "";
    }
    double share = Math.min(1, (double) input.bytesRead() / input.size());
    int full = (int) Math.round(share * WIDTH);
    String bar = "#".repeat(full) + "-".repeat(WIDTH - full);
    return "[" + bar + "] " + Math.round(share * 100) + " %";
  }
}

package org.wordborne.server.source;

import java.util.ArrayList;
import java.util.List;
import org.wordborne.server.mention.Kept;
import org.wordborne.server.source.ImportSummary.Reject;

/// Counts what becomes of an import while it runs; safe for its threads.
final class ImportTally {
  private final long begun = System.nanoTime();
  private final List<Reject> rejects = new ArrayList<>();
  private Kept kept = Kept.NOTHING;
  private long read;
  private long rejected;
  private long recoded;

  synchronized void read() {
    read++;
  }

  synchronized void keep(Kept more) {
    kept = kept.plus(more);
  }

  synchronized void reject(Reject reject, int most) {
    rejected++;
    if (rejects.size() < most) {
      rejects.add(reject);
    }
  }

  synchronized void recoded(long lines) {
    recoded = lines;
  }

  /// How far it is, without the list of bad lines.
  synchronized ImportSummary progress() {
    return summary(List.of());
  }

  synchronized ImportSummary summary() {
    return summary(List.copyOf(rejects));
  }

  private ImportSummary summary(List<Reject> listed) {
    double seconds = Math.round((System.nanoTime() - begun) / 1e6) / 1e3;
    return new ImportSummary(
        read,
        kept.fresh(),
        kept.updated(),
        kept.same(),
        kept.dropped(),
        rejected,
        recoded,
        seconds,
        listed);
  }
}

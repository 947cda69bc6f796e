package org.wordborne.server.campaign;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to be done: asked by a rule of law, or written down by somebody.
///
/// @param fromRule the rule as `US-NY/ny-file`; "" for one of one's own
/// @param title by language
/// @param beforeStart whether it has to be done before the campaign may start
/// @param evidenceKind file, number, date, signature, answer or none
/// @param evidence what shows that it was done; "" while it is open
/// @param late whether it was done, or is still open, after its day
public record CampaignTaskView(
    UUID id,
    String fromRule,
    Map<String, String> title,
    @Nullable LocalDate due,
    boolean beforeStart,
    boolean must,
    String evidenceKind,
    String evidence,
    @Nullable LocalDate doneOn,
    String doneBy,
    boolean late) {

  boolean isDone() {
    return doneOn != null;
  }
}

package org.wordborne.server.campaign.pack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a rule says to the facts of a promotion.
///
/// @param pack its place, as `US-NY`
/// @param rule its id; `ask:FACT` where a fact is missing, `near:RULE` close to a line
/// @param level block, must, warn, ask or info
/// @param text by language
/// @param task what is to be done, if anything
/// @param clause of the official rules that it asks for; ""
/// @param remedy what may be done about it: excludeRegion, addFreeRoute, lowerValue, moveStart
/// @param source where it was read; null for what the program itself says
public record PackFinding(
    String pack,
    String version,
    String rule,
    String topic,
    String level,
    Map<String, String> text,
    @Nullable PackTask task,
    String clause,
    List<String> remedy,
    @Nullable PackSource source) {

  /// The name it is known by, as `US-NY/ny-file`.
  public String key() {
    return pack + "/" + rule;
  }
}

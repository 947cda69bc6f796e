package org.wordborne.server.campaign.contest;

import java.util.Locale;

/// One thing that looks odd about entries.
///
/// @param kind mailbox, pattern, fast, gaps, words, star, address
/// @param count how many entries show it
/// @param value seconds between entries for `gaps`, how many addresses for `address`, else 0
/// @param weight log-odds that it adds
record FraudReason(String kind, int count, double value, double weight) {

  /// It in words.
  String text() {
    return switch (kind) {
      case "mailbox" -> count + " entries lead to one mailbox, written in different ways.";
      case "pattern" -> count + " mail addresses differ only by a number.";
      case "fast" -> count + " forms were sent within two seconds of the page.";
      case "gaps" ->
          String.format(
              Locale.ROOT, "%d entries came %.0f s apart, each time within 5 %%.", count, value);
      case "words" -> count + " answers say nearly the same.";
      case "star" -> count + " people came by one link, and none of them brought anybody.";
      case "address" ->
          count
              + " entries came from "
              + (value == 1 ? "one address." : (int) value + " addresses.");
      default -> kind;
    };
  }
}

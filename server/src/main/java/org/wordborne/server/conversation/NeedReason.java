package org.wordborne.server.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One reason why a conversation stands where it stands.
///
/// @param word key of the catalogue: harm, leaving, complaint, purchase, request, question, desire,
///     spoken-to-us, asks-you, hears, praised-before, others-answered, settles, spoke-again,
///     set-by-hand, opened-by-hand, kept-small-voice, kept-old-wait
/// @param kind which factor it belongs to: stakes, hearing, chance, hand, kept
/// @param args what the page puts into the sentence of the catalogue, by name
/// @param deciding the one that lifted it most; it comes first
/// @param evidence the mentions that show it
public record NeedReason(
    String word, String kind, Map<String, Object> args, boolean deciding, List<UUID> evidence) {

  /// The same, standing behind another.
  NeedReason notDeciding() {
    return new NeedReason(word, kind, args, false, evidence);
  }
}

package org.wordborne.channels;

import java.util.List;

/// What a person should know of a channel before connecting it, as data.
///
/// @param name as people call it
/// @param hears what it hears
/// @param blindTo what it cannot hear
/// @param needs the fields to fill in
/// @param answers whether replies can be sent
/// @param maxReply longest reply, in `replyUnit`s; 0 for no limit
/// @param replyUnit "characters", or "" where there is no limit
/// @param policy the channel's own rules
/// @param price what it costs, in words
/// @param quota how often we may ask, in words
public record ChannelProfile(
    String name,
    String hears,
    String blindTo,
    List<Need> needs,
    boolean answers,
    int maxReply,
    String replyUnit,
    Policy policy,
    String price,
    String quota) {
  /// A field to fill in.
  ///
  /// @param name key in [SourceSettings]
  /// @param label as a page shows it
  /// @param secret whether it goes to the secrets
  /// @param required whether it may not be empty
  /// @param example what a right value looks like
  public record Need(String name, String label, boolean secret, boolean required, String example) {}

  /// What the channel's rules let us do, in words.
  ///
  /// @param store what may be kept
  /// @param link whether posts may be linked
  /// @param answer how one may answer
  /// @param deletion what happens here when something is deleted there
  public record Policy(String store, String link, String answer, String deletion) {}

  /// Copies the list.
  public ChannelProfile {
    needs = List.copyOf(needs);
  }
}

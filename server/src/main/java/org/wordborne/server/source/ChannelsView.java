package org.wordborne.server.source;

import java.util.List;

/// The channels that can be listened to.
public record ChannelsView(List<ChannelView> channels) {

  /// One channel.
  public record ChannelView(
      String kind,
      String name,
      String hears,
      String blindTo,
      List<NeedView> needs,
      boolean answers,
      PolicyView policy,
      String price,
      String quota) {}

  /// A field to fill in.
  public record NeedView(
      String name, String label, boolean secret, boolean required, String example) {}

  /// What its rules let us do.
  public record PolicyView(String store, String link, String answer, String deletion) {}
}

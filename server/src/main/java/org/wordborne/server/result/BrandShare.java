package org.wordborne.server.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The share that a brand has of the people who spoke of any.
///
/// @param ours whether it is us
/// @param people who spoke of it, alone or beside others
/// @param share null where too few spoke to say; so are `low` and `high`, the ends of 90 %
public record BrandShare(
    String brand,
    boolean ours,
    int people,
    @Nullable Double share,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable String evidence) {

  /// All shares.
  ///
  /// @param people who spoke of any of them
  /// @param why why there are none, as a word: `unmarked`, `few`; else empty
  public record VoiceShares(List<BrandShare> shares, int people, String why) {}
}

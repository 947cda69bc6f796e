package org.wordborne.channels;

import java.time.Instant;
import java.time.InstantSource;
import org.wordborne.wire.GuardedHttp;

/// What a channel may use of the world: one client, one clock.
///
/// @param http the guarded client
/// @param clock the time
public record ChannelContext(GuardedHttp http, InstantSource clock) {
  /// The time now.
  public Instant now() {
    return clock.instant();
  }
}

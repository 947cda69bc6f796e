package org.wordborne.server.source;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.Channels;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.wire.AllowedPrivate;
import org.wordborne.wire.GuardedHttp;

/// The channels there are, and the one client through which they reach out.
@Configuration(proxyBeanMethods = false)
class ChannelConnections {

  @Bean
  GuardedHttp guardedHttp(ServerProperties properties) {
    return new GuardedHttp(AllowedPrivate.of(properties.allowPrivate()));
  }

  @Bean
  ChannelContext channelContext(GuardedHttp http, InstantSource clock) {
    return new ChannelContext(http, clock);
  }

  @Bean
  Channels channels() {
    return new Channels(java.util.List.of());
  }
}

package org.wordborne.server.source;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.Channels;
import org.wordborne.channels.feed.FeedChannel;
import org.wordborne.channels.webhook.WebhookChannel;
import org.wordborne.channels.wordpress.WordPressChannel;
import org.wordborne.wire.GuardedHttp;

/// The channels there are, and the client through which they reach out.
@Configuration(proxyBeanMethods = false)
class ChannelConnections {

  @Bean
  ChannelContext channelContext(GuardedHttp http, InstantSource clock) {
    return new ChannelContext(http, clock);
  }

  @Bean
  Channels channels() {
    return new Channels(List.of(new FeedChannel(), new WordPressChannel(), new WebhookChannel()));
  }
}

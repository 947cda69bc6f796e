package org.wordborne.server.source;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Scope;

/// The hosts that a workspace's sources live on.
@Component
class SourceHosts {
  private final Sources sources;

  SourceHosts(Sources sources) {
    this.sources = sources;
  }

  /// The hosts, each as [WebPlace] tells them.
  Set<String> of(Scope scope) {
    var hosts = new LinkedHashSet<String>();
    for (Source source : sources.all(scope)) {
      String host = WebPlace.host(SourceAddress.of(source));
      if (!host.isEmpty()) {
        hosts.add(host);
      }
    }
    return hosts;
  }
}

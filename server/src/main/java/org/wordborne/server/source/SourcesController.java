package org.wordborne.server.source;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.channels.Channel;
import org.wordborne.channels.Channels;
import org.wordborne.server.source.ChannelsView.ChannelView;
import org.wordborne.server.source.ChannelsView.NeedView;
import org.wordborne.server.source.ChannelsView.PolicyView;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Sources and channels over HTTP.
@RestController
@RequestMapping("/api/v1")
class SourcesController {
  private final SourceDesk desk;
  private final SourceViews views;
  private final Discovery discovery;
  private final Channels channels;

  SourcesController(SourceDesk desk, SourceViews views, Discovery discovery, Channels channels) {
    this.desk = desk;
    this.views = views;
    this.discovery = discovery;
    this.channels = channels;
  }

  /// An address to look behind.
  record DiscoveryAsk(@org.jspecify.annotations.Nullable String url) {}

  @GetMapping("/channels")
  @Needs(Permission.READ)
  ChannelsView channels() {
    return new ChannelsView(channels.all().stream().map(SourcesController::view).toList());
  }

  @PostMapping("/sources/discover")
  @Needs(Permission.LISTEN)
  DiscoveryView discover(@RequestBody DiscoveryAsk ask) {
    return discovery.behind(ask.url() == null ? "" : ask.url());
  }

  @GetMapping("/sources")
  @Needs(Permission.READ)
  SourcesView list(Scope scope) {
    return new SourcesView(views.all(scope));
  }

  @PostMapping("/sources")
  @Needs(Permission.LISTEN)
  @ResponseStatus(HttpStatus.CREATED)
  SourceMade add(Scope scope, @RequestBody SourceDraft draft) {
    var added = desk.add(scope, draft);
    var view = views.one(scope, added.source().id());
    return new SourceMade(view, view.webhookUrl(), added.secret());
  }

  @GetMapping("/sources/{id}")
  @Needs(Permission.READ)
  SourceView one(Scope scope, @PathVariable UUID id) {
    return views.one(scope, id);
  }

  @PatchMapping("/sources/{id}")
  @Needs(Permission.LISTEN)
  SourceView change(Scope scope, @PathVariable UUID id, @RequestBody SourceChange change) {
    desk.change(scope, id, change);
    return views.one(scope, id);
  }

  @DeleteMapping("/sources/{id}")
  @Needs(Permission.LISTEN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Scope scope, @PathVariable UUID id) {
    desk.remove(scope, id);
  }

  @PostMapping("/sources/{id}/poll")
  @Needs(Permission.LISTEN)
  SourceView poll(Scope scope, @PathVariable UUID id) throws InterruptedException {
    desk.poll(scope, id);
    return views.one(scope, id);
  }

  @PostMapping("/sources/{id}/pause")
  @Needs(Permission.LISTEN)
  SourceView pause(Scope scope, @PathVariable UUID id) {
    desk.pause(scope, id, true);
    return views.one(scope, id);
  }

  @PostMapping("/sources/{id}/resume")
  @Needs(Permission.LISTEN)
  SourceView resume(Scope scope, @PathVariable UUID id) {
    desk.pause(scope, id, false);
    return views.one(scope, id);
  }

  @PostMapping("/sources/{id}/test")
  @Needs(Permission.LISTEN)
  SourceTestView test(Scope scope, @PathVariable UUID id) {
    return desk.test(scope, id);
  }

  private static ChannelView view(Channel channel) {
    var profile = channel.profile();
    var policy = profile.policy();
    return new ChannelView(
        channel.kind(),
        profile.name(),
        profile.hears(),
        profile.blindTo(),
        profile.needs().stream()
            .map(
                need ->
                    new NeedView(
                        need.name(), need.label(), need.secret(), need.required(), need.example()))
            .toList(),
        profile.answers(),
        new PolicyView(policy.store(), policy.link(), policy.answer(), policy.deletion()),
        profile.price(),
        profile.quota());
  }
}

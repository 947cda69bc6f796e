package org.wordborne.server.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.conversation.Conversations;
import org.wordborne.server.source.Sample;
import org.wordborne.server.source.SampleWords;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;
import org.wordborne.server.workspace.account.WorkspaceDesk;

/// The sample to look around in: a workspace of its own, which nothing of one's own ever meets.
@RestController
@RequestMapping("/api/v1/workspaces/sample")
class SampleController {
  /* Of the past nobody waits for an answer but those of the last hours, as on any morning. */
  private static final Duration WAITS = Duration.ofHours(10);
  private final ObjectProvider<Sample> sample;
  private final SampleWords words;
  private final WorkspaceDesk desk;
  private final Workspaces workspaces;
  private final Conversations conversations;
  private final InstantSource clock;

  SampleController(
      ObjectProvider<Sample> sample,
      SampleWords words,
      WorkspaceDesk desk,
      Workspaces workspaces,
      Conversations conversations,
      InstantSource clock) {
    this.sample = sample;
    this.words = words;
    this.desk = desk;
    this.workspaces = workspaces;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// @param zone in which its people live, as `Europe/Berlin`; null for UTC
  record SampleWanted(@Nullable String zone) {}

  /// @param offered whether this server has a sample
  /// @param prefix what stands before the paths of its pages; null while there is none
  record SampleOffer(boolean offered, @Nullable String prefix) {}

  @GetMapping
  @Needs(Permission.SERVER)
  SampleOffer view() {
    return new SampleOffer(
        sample.getIfAvailable() != null,
        workspaces.sample().map(workspaces::pagePrefix).orElse(null));
  }

  @PostMapping
  @Needs(Permission.SERVER)
  @ResponseStatus(HttpStatus.CREATED)
  synchronized SampleOffer make(@RequestBody SampleWanted wanted, SignedIn who)
      throws InterruptedException {
    Sample given = sample.getIfAvailable();
    if (given == null) {
      throw new ConflictException("This server has no sample.");
    }
    ZoneId zone = zone(wanted.zone());
    if (workspaces.sample().isEmpty()) {
      fill(given, zone, who);
    }
    return view();
  }

  private void fill(Sample given, ZoneId zone, SignedIn who) throws InterruptedException {
    WorkspaceId made = desk.make(who, given.name());
    boolean filled = false;
    try {
      var scope = new Scope(made, who.person());
      workspaces.markSample(scope);
      workspaces.rename(scope, given.name(), given.brand());
      Instant now = clock.instant();
      var owner = new SignedIn(who.person(), made, who.name(), Role.OWNER.word());
      conversations.begin(owner, now.minus(WAITS));
      words.fill(scope, given, now, zone);
      filled = true;
    } finally {
      if (!filled) {
        workspaces.end(made);
      }
    }
  }

  private static ZoneId zone(@Nullable String sent) {
    try {
      return sent == null || sent.isBlank() ? ZoneId.of("UTC") : ZoneId.of(sent);
    } catch (DateTimeException e) {
      throw new BadInputException("zone", sent, "a time zone as Europe/Berlin is needed");
    }
  }
}

package org.wordborne.server.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.channels.ChannelProfile;
import org.wordborne.channels.ChannelProfile.Policy;
import org.wordborne.channels.Channels;
import org.wordborne.server.source.Source.Fault;
import org.wordborne.server.source.Source.Standing;
import org.wordborne.server.source.SourceDiary.Day;
import org.wordborne.server.source.SourceView.Happened;
import org.wordborne.server.source.SourceView.SourceErrorView;
import org.wordborne.server.source.SourceView.SourceFacts;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Makes the views of sources.
@Component
class SourceViews {
  private static final ChannelProfile UNKNOWN =
      new ChannelProfile(
          "Unknown", "", "", List.of(), false, 0, "", new Policy("", "", "", ""), "", "");

  private final Sources sources;
  private final SourceDiary diary;
  private final Channels channels;
  private final Transactions transactions;
  private final HookAddresses hooks;
  private final InstantSource clock;

  SourceViews(
      Sources sources,
      SourceDiary diary,
      Channels channels,
      Transactions transactions,
      HookAddresses hooks,
      InstantSource clock) {
    this.sources = sources;
    this.diary = diary;
    this.channels = channels;
    this.transactions = transactions;
    this.hooks = hooks;
    this.clock = clock;
  }

  List<SourceView> all(Scope scope) {
    return transactions.in(
        scope,
        tx -> {
          var days = diary.days(tx, clock.instant());
          var sentences = diary.sentences(tx);
          return sources.standings(scope).stream()
              .map(
                  standing -> {
                    UUID id = standing.source().id();
                    Day day = days.getOrDefault(id, Day.quiet());
                    return view(standing, day, sentences.getOrDefault(id, List.of()));
                  })
              .toList();
        });
  }

  SourceView one(Scope scope, UUID id) {
    return all(scope).stream()
        .filter(view -> view.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("There is no source " + id + "."));
  }

  private SourceView view(Standing standing, Day day, List<Happened> happened) {
    Source source = standing.source();
    var health = standing.health();
    var profile = channels.of(source.kind()).map(one -> one.profile()).orElse(UNKNOWN);
    boolean pushed = Rhythm.isPushed(source);
    String state = source.paused() ? "resting" : health.state();
    return new SourceView(
        source.id(),
        source.kind(),
        profile.name(),
        source.name(),
        detail(source),
        state,
        health.since(),
        health.lastHeardAt(),
        health.lastSuccessAt(),
        pushed || source.paused() ? null : lag(standing),
        day.words(),
        deaf(standing, day),
        day.sum(),
        profile.quota().isEmpty() ? null : profile.quota(),
        profile.price(),
        source.everything(),
        profile.answers() && Answers.missing(source).isEmpty(),
        facts(profile),
        error(standing),
        happened,
        pushed ? hooks.of(source.id()) : null,
        Rhythm.isHere(source));
  }

  private static String detail(Source source) {
    String address = SourceAddress.of(source);
    return Rhythm.isPushed(source) && address.isEmpty() ? "pushed to us" : address;
  }

  /// How long ago it was last heard without fault; null before the first time.
  private @Nullable Long lag(Standing standing) {
    Instant last = standing.health().lastSuccessAt();
    return last == null ? null : Duration.between(last, clock.instant()).toSeconds();
  }

  /// The hours in which it was deaf, those since its last attempt included.
  private List<Boolean> deaf(Standing standing, Day day) {
    var deaf = new ArrayList<>(day.deaf());
    Fault fault = standing.health().fault();
    boolean now = standing.health().state().equals(Recovery.DEAF) && !standing.source().paused();
    if (now && fault != null) {
      long hours = Duration.between(fault.since(), clock.instant()).toHours();
      for (int back = 0; back <= Math.min(hours, deaf.size() - 1); back++) {
        deaf.set(deaf.size() - 1 - back, true);
      }
    }
    return deaf;
  }

  private static SourceFacts facts(ChannelProfile profile) {
    var policy = profile.policy();
    return new SourceFacts(
        profile.hears(),
        profile.blindTo(),
        policy.answer(),
        policy.store(),
        policy.link(),
        profile.price());
  }

  private static @Nullable SourceErrorView error(Standing standing) {
    Fault fault = standing.health().fault();
    if (fault == null) {
      return null;
    }
    boolean ours = fault.turn().equals("ours");
    return new SourceErrorView(
        fault.what(),
        fault.since(),
        "What was heard before is kept. We read on from the same place.",
        ours
            ? "Mend what is named above, then ask it again."
            : "Nothing to do: it is asked again by itself.",
        fault.turn());
  }
}

package org.wordborne.server.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.conversation.ConversationRow;
import org.wordborne.server.person.ToThankView;
import org.wordborne.server.spread.TaleRow;
import org.wordborne.server.watch.AlarmRow;

/// What needs you, how they speak, whom to thank.
///
/// @param words24 words of the last 24 hours
/// @param people24 people who spoke them
/// @param usual what the same 24 hours of past weeks brought; null before two such days
/// @param alarms those that nobody has yet
/// @param moving the three words on the move that are likeliest to pass their line
/// @param due what waits for a person's decision, the earliest first
/// @param queue the first seven of the queue
/// @param oldest who has waited longest; null where nobody waits
public record NowView(
    Headline headline,
    long words24,
    long people24,
    @Nullable Band usual,
    List<AlarmRow> alarms,
    List<TaleRow> moving,
    List<Due> due,
    List<ConversationRow> queue,
    MoodDay mood,
    @Nullable ConversationRow oldest,
    List<ToThankView.Praise> toThank) {

  /// How many need us, and how soon.
  public record Headline(long now, long today, long openTotal) {}

  /// Something that waits for a person's decision.
  ///
  /// @param kind `room`, a crisis room that is open; `decision`, one to be looked at again; of our
  ///     posts `missed` its time, `refused`, `unknown` whether it went out, `changes` asked for
  /// @param title what it is about, in its own words
  /// @param href the page where it is decided
  /// @param at since or until when
  public record Due(String kind, String title, String href, Instant at) {}

  /// Between what it usually lies.
  public record Band(int low, int high) {}

  /// The last 24 hours.
  ///
  /// @param usual for each hour; null before two such days
  public record MoodDay(List<MoodHour> hours, @Nullable List<Band> usual) {}

  /// One hour.
  public record MoodHour(
      Instant at, int positive, int negative, int neutral, int mixed, int unsure, int total) {}
}

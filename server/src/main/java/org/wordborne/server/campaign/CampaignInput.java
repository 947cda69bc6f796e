package org.wordborne.server.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.MentionAsk;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.LocalTimes;

/* What of a brief can be wrong, and what would be right. */
final class CampaignInput {
  private static final int LONGEST = 4_000;
  private static final int MOST_HOURS = 10_000;
  private static final int MOST_PEOPLE = 10_000_000;
  private static final Set<String> CLEARABLE = Set.of("aimNumber", "aimBy", "budget");
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private CampaignInput() {}

  static String text(String field, String given) {
    String stripped = given.strip();
    if (stripped.length() > LONGEST) {
      throw new BadInputException(field, stripped.length(), "At most 4,000 characters.");
    }
    return stripped;
  }

  static void clear(@Nullable List<@Nullable String> fields) {
    for (String field : fields == null ? List.<@Nullable String>of() : fields) {
      if (field == null || !CLEARABLE.contains(field)) {
        throw new BadInputException("clear", field, "One of aimNumber, aimBy and budget.");
      }
    }
  }

  static void check(Brief brief) {
    Integer people = brief.aimNumber();
    if (people != null && (people < 1 || people > MOST_PEOPLE)) {
      throw new BadInputException("aimNumber", people, "From 1 to 10,000,000 people.");
    }
    if (brief.hours() < 0 || brief.hours() > MOST_HOURS) {
      throw new BadInputException("hours", brief.hours(), "From 0 to 10,000 hours.");
    }
    if (!brief.audienceQuery().isEmpty()) {
      MentionAsk.everything(brief.audienceQuery()).parsedQuery();
    }
    Set<String> named = new HashSet<>();
    for (var plan : brief.plans()) {
      String what = plan.what().strip();
      if (what.isEmpty() || what.length() > 100 || !named.add(what)) {
        throw new BadInputException("plans.what", what, "Each has a name of its own.");
      }
      if (what.equalsIgnoreCase("prizes")) {
        throw new BadInputException(
            "plans.what", what, "What prizes cost is set aside where the prizes are listed.");
      }
      if (what.equalsIgnoreCase("referral")) {
        throw new BadInputException(
            "plans.what", what, "What rewards cost is set aside where the referral is made.");
      }
      if (plan.amount().minor() < 0) {
        throw new BadInputException("plans.amount", plan.amount().text(), "0 or more.");
      }
    }
  }

  /// Start and end after a change.
  record Times(ZoneId zone, @Nullable Instant startsAt, @Nullable Instant endsAt) {}

  /* A campaign that is given another zone keeps its times on the clock. */
  static Times times(CampaignRecord known, CampaignChange change, Instant now) {
    ZoneId zone = change.zone() == null ? known.zone() : LocalTimes.zone("zone", change.zone());
    Instant starts = at("startsAt", change.startsAt(), known.startsAt(), known.zone(), zone);
    Instant ends = at("endsAt", change.endsAt(), known.endsAt(), known.zone(), zone);
    if (starts != null && ends != null && !ends.isAfter(starts)) {
      throw new BadInputException(
          "endsAt",
          shown(ends, zone),
          "The end, %s, lies before the start, %s."
              .formatted(shown(ends, zone), shown(starts, zone)));
    }
    if (change.startsAt() != null && starts != null && starts.isBefore(now.minusSeconds(60))) {
      throw new BadInputException(
          "startsAt",
          change.startsAt(),
          "The start has passed: it is %s in %s now.".formatted(shown(now, zone), zone.getId()));
    }
    return new Times(zone, starts, ends);
  }

  private static @Nullable Instant at(
      String field, @Nullable String given, @Nullable Instant old, ZoneId before, ZoneId zone) {
    if (given != null) {
      return given.isBlank() ? null : LocalTimes.at(field, given, zone);
    }
    return old == null ? null : LocalTimes.at(field, LocalTimes.local(old, before), zone);
  }

  static String shown(Instant at, ZoneId zone) {
    return SHOWN.format(LocalDateTime.ofInstant(at, zone));
  }
}

package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;

/// Reads what a person says of a contest.
final class ContestDrafts {
  private ContestDrafts() {}

  /// The contest as it would be.
  ///
  /// @param known the contest as it is, if there is one
  static Contest read(
      CampaignGround campaign, Optional<Contest> known, ContestDraft draft, byte[] newKey) {
    var before = known.orElseGet(() -> usual(campaign, newKey));
    var zone = campaign.zone();
    Instant opens =
        draft.opensAt() == null
            ? before.opensAt()
            : ContestTime.read("opensAt", draft.opensAt(), zone);
    Instant closes =
        draft.closesAt() == null
            ? before.closesAt()
            : ContestTime.read("closesAt", draft.closesAt(), zone);
    if (!closes.isAfter(opens)) {
      throw new BadInputException(
          "closesAt",
          draft.closesAt(),
          "The close, "
              + ContestTime.text(closes, zone)
              + ", lies before the beginning, "
              + ContestTime.text(opens, zone)
              + ".");
    }
    return new Contest(
        campaign.id(),
        tag(draft.tag() == null ? before.tag() : draft.tag()),
        question(draft.question() == null ? before.question() : draft.question()),
        opens,
        closes,
        zone,
        within("minAge", draft.minAge(), before.minAge(), 0, 99),
        draft.regions() == null ? before.regions() : regions(draft.regions()),
        within("perPerson", draft.perPerson(), before.perPerson(), 1, 100),
        draft.byPost() == null ? before.byPost() : draft.byPost(),
        draft.byForm() == null ? before.byForm() : draft.byForm(),
        within("referralChances", draft.referralChances(), before.referralChances(), 0, 100),
        within("alternates", draft.alternates(), before.alternates(), 0, 1_000),
        within("claimDays", draft.claimDays(), before.claimDays(), 1, 90),
        within("appealDays", draft.appealDays(), before.appealDays(), 1, 90),
        before.addressKey(),
        before.lastNumber(),
        before.judgedUpto(),
        before.sealedAt(),
        before.drawnAt());
  }

  private static Contest usual(CampaignGround campaign, byte[] key) {
    Instant starts = campaign.startsAt();
    Instant ends = campaign.endsAt();
    if (starts == null || ends == null) {
      throw new ConflictException(
          "Say from when to when the campaign runs, then make its contest.");
    }
    return new Contest(
        campaign.id(),
        "",
        "",
        starts,
        ends,
        campaign.zone(),
        16,
        List.of(),
        1,
        true,
        true,
        0,
        5,
        14,
        7,
        key,
        0,
        0,
        null,
        null);
  }

  private static String tag(String written) {
    String tag = written.strip();
    String bare = tag.startsWith("#") ? tag.substring(1) : tag;
    if (!bare.matches("[\\p{L}\\p{N}_]{2,50}") || bare.matches("\\p{N}+")) {
      throw new BadInputException(
          "tag", written, "A hashtag is 2 to 50 letters and digits, as OatAtLantern.");
    }
    return bare;
  }

  private static String question(String written) {
    String question = written.strip();
    if (question.isEmpty() || question.length() > 300) {
      throw new BadInputException(
          "question", written, "Say what is asked, in 1 to 300 characters.");
    }
    return question;
  }

  private static List<String> regions(List<String> written) {
    var regions = written.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    for (String one : regions) {
      if (one.length() > 60) {
        throw new BadInputException("regions", one, "A place has at most 60 characters.");
      }
    }
    return regions.stream()
        .map(
            one ->
                one.matches("(?i)[a-z]{2}(-[a-z0-9]{1,3})?") ? one.toUpperCase(Locale.ROOT) : one)
        .distinct()
        .toList();
  }

  private static int within(String field, @Nullable Integer given, int before, int from, int to) {
    int value = given == null ? before : given;
    if (value < from || value > to) {
      throw new BadInputException(field, given, "From " + from + " to " + to + ".");
    }
    return value;
  }
}

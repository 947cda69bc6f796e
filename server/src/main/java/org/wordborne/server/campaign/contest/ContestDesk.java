package org.wordborne.server.campaign.contest;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.CampaignZoned;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.publicpage.PublicAddress;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.topic.TopicDraft;
import org.wordborne.server.topic.Topics;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.LocalTimes;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Contests as people set them up and look at them.
@Component
class ContestDesk {
  /// The kind of a contest's public door.
  static final String DOOR = "contest";

  private final Transactions transactions;
  private final PublicDoors doors;
  private final PublicAddress address;
  private final Topics topics;
  private final Secrets secrets;
  private final LiveEvents live;
  private final InstantSource clock;

  ContestDesk(
      Transactions transactions,
      PublicDoors doors,
      PublicAddress address,
      Topics topics,
      Secrets secrets,
      LiveEvents live,
      InstantSource clock) {
    this.transactions = transactions;
    this.doors = doors;
    this.address = address;
    this.topics = topics;
    this.secrets = secrets;
    this.live = live;
    this.clock = clock;
  }

  /// Makes the campaign's contest, or changes it while the campaign was not started.
  ContestView write(SignedIn by, UUID campaign, ContestDraft draft) {
    Scope scope = by.scope();
    var contest =
        transactions.in(
            scope,
            tx -> {
              var ground = CampaignGround.hold(tx, campaign);
              if (ground.wasStarted()) {
                throw new ConflictException(
                    "The contest runs by the rules people accepted; it cannot be changed any"
                        + " more.");
              }
              var known = ContestBook.find(tx, campaign);
              var wanted = ContestDrafts.read(ground, known, draft, secrets.bytes(32));
              ContestBook.write(scope, tx, wanted, clock.instant());
              if (doors.of(scope, DOOR, campaign).isEmpty()) {
                doors.make(scope, tx, DOOR, campaign);
              }
              return wanted;
            });
    hear(scope, contest);
    changed(scope, campaign);
    return view(scope, campaign);
  }

  /// Gives the contest the zone of its campaign: what its clock shows stays.
  @EventListener
  void zoned(CampaignZoned told) {
    transactions.run(
        told.scope(),
        tx -> {
          if (ContestBook.find(tx, told.campaign()).isPresent()) {
            var contest = ContestBook.hold(tx, told.campaign());
            ContestBook.move(
                tx,
                told.campaign(),
                moved("opensAt", contest.opensAt(), contest, told.zone()),
                moved("closesAt", contest.closesAt(), contest, told.zone()),
                told.zone());
          }
        });
  }

  private static Instant moved(String field, Instant at, Contest contest, ZoneId zone) {
    return LocalTimes.at(field, LocalTimes.local(at, contest.zone()), zone);
  }

  /* Posts with the hashtag are kept only if a topic asks for them. */
  private void hear(Scope scope, Contest contest) {
    String query = "#" + contest.tag();
    boolean heard =
        topics.all(scope).stream().anyMatch(topic -> topic.query().equalsIgnoreCase(query));
    if (contest.byPost() && !heard) {
      topics.create(scope, new TopicDraft(query, query, List.of(), List.of()));
    }
  }

  /// The contest of a campaign, if it has one.
  ///
  /// @throws org.wordborne.server.workspace.NotFoundException if there is no such campaign
  Optional<ContestView> find(Scope scope, UUID campaign) {
    boolean made =
        transactions.in(
            scope,
            tx -> {
              CampaignGround.get(tx, campaign);
              return ContestBook.find(tx, campaign).isPresent();
            });
    return made ? Optional.of(view(scope, campaign)) : Optional.empty();
  }

  private ContestView view(Scope scope, UUID campaign) {
    return transactions.in(
        scope,
        tx -> {
          var contest = ContestBook.get(tx, campaign);
          var ground = CampaignGround.get(tx, campaign);
          var entries = EntryBook.all(tx, campaign);
          var ways = new TreeMap<String, Integer>();
          entries.forEach(entry -> ways.merge(entry.way(), 1, Integer::sum));
          return new ContestView(
              campaign,
              state(contest, ground),
              contest.tag(),
              contest.question(),
              contest.opensAt(),
              contest.closesAt(),
              local(contest, contest.opensAt()),
              local(contest, contest.closesAt()),
              contest.zone().getId(),
              contest.minAge(),
              contest.regions(),
              contest.perPerson(),
              contest.byPost(),
              contest.byForm(),
              contest.referralChances(),
              contest.alternates(),
              contest.claimDays(),
              contest.appealDays(),
              publicUrl(scope, campaign),
              entries.size(),
              (int) entries.stream().filter(Entered::isValid).count(),
              ways,
              FlagBook.undecided(tx, campaign),
              contest.sealedAt(),
              contest.drawnAt());
        });
  }

  private static String local(Contest contest, Instant at) {
    return LocalDateTime.ofInstant(at, contest.zone()).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// waiting, open, closed, sealed, drawn.
  String state(Contest contest, CampaignGround campaign) {
    Instant now = clock.instant();
    if (contest.drawnAt() != null) {
      return "drawn";
    }
    if (contest.sealedAt() != null) {
      return "sealed";
    }
    if (!now.isBefore(campaign.closes(contest))) {
      return "closed";
    }
    return campaign.isRunning() && contest.isOpen(now) ? "open" : "waiting";
  }

  String publicUrl(Scope scope, UUID campaign) {
    return doors.of(scope, DOOR, campaign).map(door -> address.absolute("/p/c/" + door)).orElse("");
  }

  /// Tells open pages that something of the contest changed.
  void changed(Scope scope, UUID campaign) {
    live.publish(
        scope.workspace(), "campaigns", new LiveEvents.Changed(Set.of(campaign.toString())));
  }
}

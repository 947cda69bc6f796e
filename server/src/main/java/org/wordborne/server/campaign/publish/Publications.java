package org.wordborne.server.campaign.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.publish.CalendarEntry.VariantView;
import org.wordborne.server.campaign.publish.PublicationBook.Post;
import org.wordborne.server.source.Publishing;
import org.wordborne.server.source.Publishing.PublishPlace;
import org.wordborne.server.watch.CrisisRooms;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.LocalTimes;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// The calendar: posts of our own, and how each of their texts stands.
@Component
public class Publications {
  private static final int MOST = 500;
  private static final int MANY_PLACES = 3;
  private static final Duration LONGEST_SPAN = Duration.ofDays(400);
  private static final List<String> BY_NEED =
      List.of(
          "missed",
          "unknown",
          "refused",
          "changes",
          "draft",
          "waiting",
          "paused",
          "sending",
          "approved",
          "sent",
          "cancelled");

  private final Transactions transactions;
  private final Publishing publishing;
  private final CrisisRooms rooms;
  private final InstantSource clock;

  Publications(
      Transactions transactions, Publishing publishing, CrisisRooms rooms, InstantSource clock) {
    this.transactions = transactions;
    this.publishing = publishing;
    this.rooms = rooms;
    this.clock = clock;
  }

  /// The posts of a span, first one first; of one campaign if it is given.
  public List<CalendarEntry> calendar(
      Scope scope, Instant from, Instant to, @Nullable UUID campaign) {
    if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
      throw new BadInputException("to", to, "The end lies after the start, by 400 days at most.");
    }
    return transactions.in(
        scope, tx -> views(scope, tx, PublicationBook.between(tx, from, to, campaign, MOST)));
  }

  /// What asks for a person: passed by, refused, of unknown fate, or to be changed.
  public List<CalendarEntry> waiting(Scope scope) {
    return transactions.in(scope, tx -> views(scope, tx, PublicationBook.needing(tx, MOST)));
  }

  /// What a room that was opened for a bad word holds back now.
  public List<CalendarEntry> paused(Scope scope) {
    Instant now = clock.instant();
    return calendar(scope, now.minus(Duration.ofDays(31)), now.plus(Duration.ofDays(180)), null)
        .stream()
        .filter(one -> one.variants().stream().anyMatch(v -> v.state().equals("paused")))
        .toList();
  }

  /// One post.
  public CalendarEntry get(Scope scope, UUID id) {
    return transactions.in(scope, tx -> views(scope, tx, List.of(post(tx, id)))).getFirst();
  }

  static Post post(JdbcClient tx, UUID id) {
    return PublicationBook.find(tx, id)
        .orElseThrow(() -> new NotFoundException("There is no post " + id + " in the calendar."));
  }

  private List<CalendarEntry> views(Scope scope, JdbcClient tx, List<Post> posts) {
    boolean held = !rooms.open(scope).isEmpty();
    Map<UUID, PublishPlace> places =
        publishing.places(scope).stream()
            .collect(Collectors.toMap(PublishPlace::source, place -> place, (one, _) -> one));
    Map<UUID, List<Variant>> texts =
        PublicationBook.variants(tx, posts.stream().map(Post::id).toList()).stream()
            .collect(Collectors.groupingBy(Variant::publication));
    return posts.stream()
        .map(post -> view(post, texts.getOrDefault(post.id(), List.of()), places, held))
        .toList();
  }

  private static CalendarEntry view(
      Post post, List<Variant> texts, Map<UUID, PublishPlace> places, boolean held) {
    ZoneId zone = post.zone();
    List<VariantView> variants =
        texts.stream().map(text -> view(text, places.get(text.source()), held)).toList();
    return new CalendarEntry(
        post.id(),
        post.campaign(),
        post.title(),
        post.at(),
        LocalTimes.local(post.at(), zone),
        zone.getId(),
        LocalTimes.twice(post.at(), zone),
        state(variants),
        post.madeBy(),
        post.quotes(),
        variants,
        warnings(variants, places));
  }

  private static VariantView view(Variant text, @Nullable PublishPlace place, boolean held) {
    String state = held && text.state().equals("approved") ? "paused" : text.state();
    return new VariantView(
        text.id(),
        text.source(),
        place == null ? text.sourceName() : place.name(),
        text.text(),
        state,
        length(text.text()),
        place == null ? 0 : place.max(),
        place == null ? "" : place.unit(),
        text.approvedName(),
        text.approvedAt(),
        text.note(),
        text.sentAt(),
        text.url(),
        text.why());
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String state(List<VariantView> variants) {
    return BY_NEED.stream()
        .filter(state -> variants.stream().anyMatch(one -> one.state().equals(state)))
        .findFirst()
        .orElse("draft");
  }

  private static List<String> warnings(List<VariantView> variants, Map<UUID, PublishPlace> places) {
    long same =
        variants.stream()
            .collect(Collectors.groupingBy(one -> one.text().strip(), Collectors.counting()))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    String shouting =
        same > MANY_PLACES ? "The same words to " + same + " places: this is shouting." : null;
    var unable =
        variants.stream()
            .filter(one -> !List.of("sent", "cancelled").contains(one.state()))
            .map(one -> whyNot(one, places.get(one.source())));
    return java.util.stream.Stream.concat(java.util.stream.Stream.ofNullable(shouting), unable)
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable String whyNot(VariantView one, @Nullable PublishPlace place) {
    if (place == null) {
      return one.sourceName() + ": this source was removed.";
    }
    return place.can() ? null : one.sourceName() + ": " + place.whyNot();
  }
}

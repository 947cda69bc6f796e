package org.wordborne.server.campaign.rights;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.campaign.Campaigns;
import org.wordborne.server.campaign.rights.RightsBook.Gallery;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.publicpage.Door;
import org.wordborne.server.publicpage.PublicAddress;
import org.wordborne.server.publicpage.PublicDoors;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Public pages of words that people let us show: one for the brand, one for each campaign.
@Component
class Galleries {
  private static final String KIND = "gallery";
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_INTRO = 2_000;
  private static final int MOST_WORDS = 200;

  private final Transactions transactions;
  private final Mentions mentions;
  private final Campaigns campaigns;
  private final PublicDoors doors;
  private final PublicAddress address;
  private final InstantSource clock;

  Galleries(
      Transactions transactions,
      Mentions mentions,
      Campaigns campaigns,
      PublicDoors doors,
      PublicAddress address,
      InstantSource clock) {
    this.transactions = transactions;
    this.mentions = mentions;
    this.campaigns = campaigns;
    this.doors = doors;
    this.address = address;
    this.clock = clock;
  }

  /// A gallery as it is written.
  record GalleryDraft(
      @Nullable UUID campaign,
      @Nullable String title,
      @Nullable String intro,
      @Nullable List<UUID> rights) {}

  /// A gallery.
  ///
  /// @param rights of the words in it, in their order, whether they may be shown now or not
  /// @param shown how many of them are shown now
  record GalleryView(
      UUID id,
      @Nullable UUID campaign,
      String title,
      String intro,
      List<UUID> rights,
      int shown,
      String url) {}

  /// Somebody's words as a gallery shows them.
  record Shown(Mention word, String credit) {}

  GalleryView keep(SignedIn by, GalleryDraft draft) {
    Scope scope = by.scope();
    UUID campaign = draft.campaign();
    UUID id = campaign == null ? scope.workspace().value() : campaigns.get(scope, campaign).id();
    var gallery = new Gallery(id, campaign, title(draft), intro(draft), rights(draft));
    return transactions.in(
        scope,
        tx -> {
          for (UUID one : gallery.rights()) {
            if (RightsBook.find(tx, one).isEmpty()) {
              throw new BadInputException("rights", one, "No such leave was asked for.");
            }
          }
          RightsBook.keep(tx, scope, gallery, clock.instant());
          doors.make(scope, tx, KIND, id);
          return view(scope, gallery);
        });
  }

  private static String title(GalleryDraft draft) {
    String title = draft.title() == null ? "" : draft.title().strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE || title.contains("\n")) {
      throw new BadInputException("title", title, "One line of at most 120 letters is needed.");
    }
    return title;
  }

  private static String intro(GalleryDraft draft) {
    String intro = draft.intro() == null ? "" : draft.intro().strip();
    if (intro.length() > LONGEST_INTRO) {
      throw new BadInputException("intro", null, "At most 2,000 letters.");
    }
    return intro;
  }

  private static List<UUID> rights(GalleryDraft draft) {
    List<UUID> rights = draft.rights() == null ? List.of() : draft.rights();
    if (rights.size() > MOST_WORDS || new HashSet<>(rights).size() != rights.size()) {
      throw new BadInputException("rights", rights.size(), "At most 200, each once.");
    }
    return rights;
  }

  List<GalleryView> all(Scope scope) {
    return transactions.in(scope, RightsBook::galleries).stream()
        .map(gallery -> view(scope, gallery))
        .toList();
  }

  private GalleryView view(Scope scope, Gallery gallery) {
    return new GalleryView(
        gallery.id(),
        gallery.campaign(),
        gallery.title(),
        gallery.intro(),
        gallery.rights(),
        shown(scope, gallery).size(),
        doors
            .of(scope, KIND, gallery.id())
            .map(door -> address.absolute("/p/g/" + door))
            .orElse(""));
  }

  Door open(String door) {
    return doors.open(door, KIND);
  }

  Gallery gallery(Door door) {
    return transactions
        .in(door.scope(), tx -> RightsBook.gallery(tx, door.about()))
        .orElseThrow(() -> new NotFoundException("There is nothing at this address."));
  }

  /// What may be shown at this moment.
  List<Shown> shown(Scope scope, Gallery gallery) {
    Instant now = clock.instant();
    List<RightsAsk> held =
        transactions.in(
            scope,
            tx ->
                gallery.rights().stream()
                    .flatMap(one -> RightsBook.find(tx, one).stream())
                    .filter(ask -> ask.allows(Use.SITE.word(), now))
                    .toList());
    Map<UUID, Mention> words =
        mentions.byIds(scope, held.stream().map(RightsAsk::mention).toList()).stream()
            .collect(Collectors.toMap(Mention::id, Function.identity(), (one, _) -> one));
    var shown = new ArrayList<Shown>();
    for (RightsAsk ask : held) {
      Mention word = words.get(ask.mention());
      if (word != null && !word.isDeleted() && !word.hidden()) {
        shown.add(new Shown(word, ask.credit()));
      }
    }
    return shown;
  }
}

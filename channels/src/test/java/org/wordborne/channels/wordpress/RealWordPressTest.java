package org.wordborne.channels.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.channels.Batch;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.ChannelEvent;
import org.wordborne.channels.ChannelEvent.Deleted;
import org.wordborne.channels.ChannelEvent.Spoken;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.ChannelPost;
import org.wordborne.channels.Discovery;
import org.wordborne.channels.Outcome;
import org.wordborne.channels.Publication;
import org.wordborne.channels.Reply;
import org.wordborne.channels.SourceSettings;
import org.wordborne.wire.AllowedPrivate;
import org.wordborne.wire.GuardedHttp;
import org.wordborne.wire.Secret;

/* The connector against a real WordPress: what visitors do there is what is heard here. */
@Tag("second-stage")
class RealWordPressTest {
  private static final Path SCRIPTS = Path.of("src/test/peers/wordpress");

  @TempDir static Path folder;
  private static RealWordPress site;
  private static ChannelContext context;

  private final WordPressChannel channel = new WordPressChannel();
  private String cursor = "";

  @BeforeAll
  static void start() throws Exception {
    try {
      site = RealWordPress.start(SCRIPTS, folder);
    } catch (RealWordPress.NotHereException missing) {
      System.err.println("NOT RUN: the real WordPress. " + missing.getMessage());
      Assumptions.abort(missing.getMessage());
    }
    var http = new GuardedHttp(AllowedPrivate.of(List.of(site.hostAndPort())));
    context = new ChannelContext(http, InstantSource.system());
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
  }

  private static SourceSettings settings() {
    return new SourceSettings(
        Map.of("url", site.url, "username", site.user),
        Map.of("password", Secret.of(site.password)));
  }

  private static SourceSettings withoutPassword() {
    return new SourceSettings(Map.of("url", site.url), Map.of());
  }

  private List<ChannelEvent> poll(SourceSettings settings) throws ChannelException {
    var events = new ArrayList<ChannelEvent>();
    Batch batch;
    do {
      batch = channel.listen(settings, cursor, context);
      events.addAll(batch.events());
      cursor = batch.cursor();
    } while (batch.more());
    return events;
  }

  private static List<ChannelPost> spoken(List<ChannelEvent> events) {
    return events.stream()
        .filter(event -> event instanceof Spoken)
        .map(event -> ((Spoken) event).post())
        .toList();
  }

  @Test
  void listen_guestComments_isHeardOnceWithAuthorThreadAndTime() throws Exception {
    long post = site.post("Autumn menu", "<p>Pumpkin &amp; more</p>");
    poll(withoutPassword());
    poll(withoutPassword());
    long first = site.comment(post, 0, "Mara Lindqvist", "Is the <b>soup</b> vegan?");
    long second = site.comment(post, first, "Jonas", "Asking too");

    var heard = spoken(poll(withoutPassword()));
    var again = poll(withoutPassword());

    assertThat(heard)
        .extracting(ChannelPost::nativeId)
        .contains("comment:" + first, "comment:" + second);
    var soup = heard.stream().filter(p -> p.nativeId().equals("comment:" + first)).toList();
    assertThat(soup).hasSize(1);
    assertThat(soup.getFirst().text()).isEqualTo("Is the soup vegan?");
    assertThat(soup.getFirst().author().name()).isEqualTo("Mara Lindqvist");
    assertThat(soup.getFirst().threadRoot()).isEqualTo("post:" + post);
    assertThat(soup.getFirst().inReplyTo()).isEqualTo("post:" + post);
    assertThat(soup.getFirst().published()).isNotNull();
    assertThat(heard.getLast().inReplyTo()).isEqualTo("comment:" + first);
    assertThat(again).isEmpty();
  }

  @Test
  void listen_editAndTrash_follow() throws Exception {
    long post = site.post("Opening hours", "<p>Until nine</p>");
    long edited = site.comment(post, 0, "Ada", "Closed on Mondays?");
    long trashed = site.comment(post, 0, "Bo", "First!");
    poll(withoutPassword());
    poll(withoutPassword());

    site.editComment(edited, "Closed on Mondays, too?");
    site.trashComment(trashed);
    var events = poll(withoutPassword());

    assertThat(spoken(events)).extracting(ChannelPost::text).contains("Closed on Mondays, too?");
    assertThat(events).contains(new Deleted("comment:" + trashed));
  }

  @Test
  void reply_toComment_standsThereThreadedOnce() throws Exception {
    long post = site.post("Jobs", "<p>We look for a baker</p>");
    long asked = site.comment(post, 0, "Cem", "Part time as well?");
    String text = "Yes, \"part time\" too --\nwrite to <us> & say hello…";
    var reply = new Reply("key-1", "comment:" + asked, "post:" + post, text, "");

    Outcome before = channel.lookUp(settings(), reply, context);
    Outcome sent = channel.reply(settings(), reply, context);
    Outcome again = channel.reply(settings(), reply, context);
    Outcome found = channel.lookUp(settings(), reply, context);

    assertThat(before).isInstanceOf(Outcome.Refused.class);
    assertThat(sent).isInstanceOf(Outcome.Sent.class);
    assertThat(again).isEqualTo(sent);
    assertThat(found).isEqualTo(sent);
    var comments = site.commentsOf(post);
    assertThat(comments.size()).isEqualTo(2);
    assertThat(comments.get(0).path("parent").asLong()).isEqualTo(asked);
    assertThat(comments.get(0).path("content").path("rendered").asString())
        .contains("&lt;us&gt; &amp;");
  }

  @Test
  void reply_rootUnknown_isAskedOfTheParent() throws Exception {
    long post = site.post("Music", "<p>Friday</p>");
    long asked = site.comment(post, 0, "Dee", "Who plays?");

    var sent =
        channel.reply(settings(), new Reply("k2", "comment:" + asked, "", "Us!", ""), context);

    assertThat(sent).isInstanceOf(Outcome.Sent.class);
    assertThat(((Outcome.Sent) sent).url()).contains("#comment-");
  }

  @Test
  void reply_wrongPassword_isRefusedInPlainWords() {
    var wrong =
        new SourceSettings(
            Map.of("url", site.url, "username", site.user), Map.of("password", Secret.of("no")));

    var outcome = channel.reply(wrong, new Reply("k3", "post:1", "post:1", "x", ""), context);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).why()).contains("refuses the user name or the password");
  }

  @Test
  void publish_triedTwice_standsThereOnceUnderItsLink() throws Exception {
    String text =
        "Oat & spelt <b>from</b> today.\nAsk at the bar.\n\nSix weeks of \"no\" are over…";
    var ours = new Publication("0193-KEY-ab12cd34ef", "You asked: oat & more", text, "Ines");
    var other = new Publication("0193-KEY-zz99zz99zz", "You asked: oat & more", text, "");

    Outcome before = channel.lookUpPublication(settings(), ours, context);
    Outcome sent = channel.publish(settings(), ours, context);
    Outcome again = channel.publish(settings(), ours, context);
    Outcome found = channel.lookUpPublication(settings(), ours, context);
    Outcome beside = channel.publish(settings(), other, context);

    assertThat(before).isInstanceOf(Outcome.Refused.class);
    assertThat(sent).isInstanceOf(Outcome.Sent.class);
    assertThat(again).isEqualTo(sent);
    assertThat(found).isEqualTo(sent);
    assertThat(beside).isInstanceOf(Outcome.Sent.class).isNotEqualTo(sent);
    String link = ((Outcome.Sent) sent).url();
    assertThat(link).isEqualTo(site.url + "/you-asked-oat-more-ab12cd34ef/");
    assertThat(site.page(link))
        .contains("You asked: oat &amp; more", "spelt &lt;b&gt;from&lt;/b&gt; today.", "are over…")
        .contains("<p>Ines</p>");
    assertThat(site.postsTitled("You asked: oat & more")).hasSize(2);
  }

  @Test
  void publish_wrongPassword_isRefusedAndNothingStandsThere() throws Exception {
    var wrong =
        new SourceSettings(
            Map.of("url", site.url, "username", site.user), Map.of("password", Secret.of("no")));
    var ours = new Publication("0193-KEY-never", "Never to be read", "Never.", "");

    Outcome refused = channel.publish(wrong, ours, context);

    assertThat(refused).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) refused).why()).contains("refuses the user name or the password");
    assertThat(site.postsTitled("Never to be read")).isEmpty();
  }

  @Test
  void of_siteAddress_findsTheSiteAndItsFeeds() {
    var found = Discovery.of(site.hostAndPort(), context.http());

    assertThat(found.found()).extracting(Discovery.Candidate::kind).contains("wordpress", "feed");
    assertThat(found.found().getFirst().url()).isEqualTo(site.url + "/");
  }

  @Test
  void listen_feedsInsteadOfRest_tieCommentsToTheirPost() throws Exception {
    long post = site.post("Feeds", "<p>Read me</p>");
    long said = site.comment(post, 0, "Eve", "By feed");
    var feeds = new WordPressFeeds(WordPressCursor.read("", site.url), context);

    var heard = spoken(feeds.listen().events());

    var article = heard.stream().filter(p -> p.title().equals("Feeds")).toList().getFirst();
    assertThat(heard)
        .filteredOn(p -> p.nativeId().equals("comment:" + said))
        .extracting(ChannelPost::threadRoot)
        .containsExactly(article.nativeId());
  }
}

package org.wordborne.server.mention;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.mention.index.HistogramBucket;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// Mentions over HTTP: found, counted, looked at, corrected.
@RestController
@RequestMapping("/api/v1")
class MentionsController {
  private static final int LARGEST_PAGE = 200;
  private static final int ALIKE = 50;
  private static final Duration INDEXED = Duration.ofMinutes(5);

  private final MentionSearch search;
  private final Mentions mentions;
  private final MentionViews views;
  private final RecentPrints prints;
  private final CorrectionDesk desk;

  MentionsController(
      MentionSearch search,
      Mentions mentions,
      MentionViews views,
      RecentPrints prints,
      CorrectionDesk desk) {
    this.search = search;
    this.mentions = mentions;
    this.views = views;
    this.prints = prints;
    this.desk = desk;
  }

  /// Several mentions.
  record AlikeView(List<MentionView> mentions) {}

  /// One page.
  ///
  /// @param fresh wait first until all that is committed can be found
  @GetMapping("/mentions")
  @Needs(Permission.READ)
  MentionsView list(
      Scope scope,
      @ParameterObject @ModelAttribute MentionAsk ask,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "false") boolean fresh)
      throws InterruptedException {
    if (limit < 0 || limit > LARGEST_PAGE) {
      throw new BadInputException("limit", limit, "Use a number from 0 to " + LARGEST_PAGE + ".");
    }
    if (fresh) {
      search.awaitFresh(scope, INDEXED);
    }
    return search.page(scope, ask, cursor, limit);
  }

  @GetMapping("/mentions/histogram")
  @Needs(Permission.READ)
  HistogramView histogram(
      Scope scope,
      @ParameterObject @ModelAttribute MentionAsk ask,
      @RequestParam(defaultValue = "day") String bucket,
      @RequestParam @Nullable String zone) {
    return search.histogram(scope, ask, bucket(bucket), zone(zone));
  }

  @GetMapping("/mentions/new")
  @Needs(Permission.READ)
  NewWordsView newer(
      Scope scope, @ParameterObject @ModelAttribute MentionAsk ask, @RequestParam long since) {
    return search.newer(scope, ask, since);
  }

  @GetMapping("/mentions/{id}")
  @Needs(Permission.READ)
  MentionView one(Scope scope, @PathVariable UUID id) {
    return views.of(scope, mentions.get(scope, id));
  }

  @GetMapping("/mentions/{id}/alike")
  @Needs(Permission.READ)
  AlikeView alike(Scope scope, @PathVariable UUID id) {
    var near = prints.alike(scope.workspace(), mentions.get(scope, id), ALIKE);
    return new AlikeView(views.of(scope, mentions.byIds(scope, near)));
  }

  @PostMapping("/mentions/{id}/corrections")
  @Needs(Permission.ANSWER)
  MentionView correct(Scope scope, @PathVariable UUID id, @RequestBody Corrections corrections) {
    desk.correct(scope, id, corrections);
    return views.of(scope, mentions.get(scope, id));
  }

  @DeleteMapping("/mentions/{id}/corrections")
  @Needs(Permission.ANSWER)
  MentionView withdraw(Scope scope, @PathVariable UUID id) {
    desk.withdraw(scope, id);
    return views.of(scope, mentions.get(scope, id));
  }

  @GetMapping("/corrections/summary")
  @Needs(Permission.READ)
  CorrectionSummary corrections(Scope scope) {
    return desk.summary(scope);
  }

  private static HistogramBucket bucket(String word) {
    return switch (word) {
      case "hour" -> HistogramBucket.HOUR;
      case "day" -> HistogramBucket.DAY;
      default -> throw new BadInputException("bucket", word, "Use hour or day.");
    };
  }

  private static ZoneId zone(@Nullable String name) {
    try {
      return name == null || name.isBlank() ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new BadInputException("zone", name, "Use a time zone such as Europe/Berlin.");
    }
  }
}

package org.wordborne.server.mention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wordborne.server.topic.TopicProposal;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Needs;
import org.wordborne.server.workspace.access.Permission;

/// What a topic would have heard, over HTTP.
@RestController
@RequestMapping("/api/v1/topics")
@Needs(Permission.LISTEN)
class TopicPreviewController {
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 400;

  private final TopicPreviews previews;

  TopicPreviewController(TopicPreviews previews) {
    this.previews = previews;
  }

  /// A topic that is being written.
  record TopicPreviewAsk(
      @Nullable String query,
      @Nullable List<String> never,
      @Nullable List<String> hide,
      @Nullable Integer days) {}

  /// A brand to propose a topic for.
  record TopicProposalAsk(
      @Nullable String brand,
      @Nullable List<String> names,
      @Nullable List<String> notConfused,
      @Nullable String place) {}

  @PostMapping("/preview")
  TopicPreviewView preview(Scope scope, @RequestBody TopicPreviewAsk ask) {
    int days = ask.days() == null ? USUAL_DAYS : ask.days();
    if (days < 1 || days > MOST_DAYS) {
      throw new BadInputException("days", days, "Use a number from 1 to " + MOST_DAYS + ".");
    }
    String query = ask.query() == null ? "" : ask.query();
    return previews.of(scope, query, list(ask.never()), list(ask.hide()), days);
  }

  @PostMapping("/propose")
  TopicProposalView propose(Scope scope, @RequestBody TopicProposalAsk ask) {
    String brand = ask.brand();
    if (brand == null || !TopicProposal.isSayable(brand)) {
      throw new BadInputException("brand", brand, "Say what the brand is called.");
    }
    String place = ask.place() == null ? "" : ask.place();
    String query = TopicProposal.of(brand, list(ask.names()), list(ask.notConfused()), place);
    return new TopicProposalView(
        query, previews.of(scope, query, List.of(), List.of(), USUAL_DAYS));
  }

  private static List<String> list(@Nullable List<String> values) {
    return values == null ? List.of() : List.copyOf(values);
  }
}

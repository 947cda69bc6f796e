package org.wordborne.server.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionView.MarkView;
import org.wordborne.server.mention.Understanding;

/// The word for which a conversation stands in the queue.
///
/// @param text at most 600 characters of it
/// @param marks the words that decided, in code points, end exclusive
public record OpenerView(
    UUID mentionId,
    String text,
    String language,
    String sourceName,
    String channel,
    List<MarkView> marks,
    String sentiment,
    @Nullable Instant publishedAt) {
  private static final int LONGEST = 600;
  private static final int MOST_MARKS = 3;

  /// A word that is not stored any more.
  static OpenerView missing(UUID mention) {
    return new OpenerView(mention, "", "", "", "", List.of(), "unsure", null);
  }

  static OpenerView of(Mention mention, List<NeedReason> reasons, Map<UUID, String> sources) {
    var text = mention.text();
    boolean whole = text.codePointCount(0, text.length()) <= LONGEST;
    var name = mention.source() == null ? null : sources.get(mention.source());
    return new OpenerView(
        mention.id(),
        whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…",
        mention.language(),
        name == null ? mention.channel() : name,
        mention.channel(),
        marks(text, mention.understanding(), reasons),
        mention.understanding().sentiment(),
        mention.publishedAt());
  }

  /*
   * Of the words that led to a judgement, those whose judgement is a reason here; where harm
   * decided, its words alone, since no judgement counts beside it.
   */
  static List<MarkView> marks(String text, Understanding judged, List<NeedReason> reasons) {
    if (!reasons.isEmpty() && reasons.getFirst().word().equals("harm")) {
      return HarmWords.places(text).stream().filter(mark -> mark.end() <= LONGEST).toList();
    }
    var judgements = judgements(reasons);
    var strongest =
        judged.why().stream()
            .filter(why -> judgements.contains(why.judgement()) && why.end() <= LONGEST)
            .sorted(Comparator.comparingDouble(Understanding.Why::weight).reversed())
            .limit(MOST_MARKS)
            .sorted(Comparator.comparingInt(Understanding.Why::start))
            .toList();
    var marks = new ArrayList<MarkView>();
    for (var why : strongest) {
      int end = marks.isEmpty() ? -1 : marks.getLast().end();
      if (why.start() > end) {
        marks.add(new MarkView(why.start(), why.end()));
      } else if (why.end() > end) {
        marks.set(marks.size() - 1, new MarkView(marks.getLast().start(), why.end()));
      }
    }
    return marks;
  }

  private static Set<String> judgements(List<NeedReason> reasons) {
    return reasons.stream()
        .map(reason -> reason.word().equals("asks-you") ? "question" : reason.word())
        .map(word -> "intent:" + word)
        .collect(Collectors.toSet());
  }
}

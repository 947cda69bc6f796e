package org.wordborne.server.conversation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.person.WordShelf;
import org.wordborne.server.workspace.Scope;

/// Reads a conversation's time line: words, our replies, notes, and what the team did.
@Component
final class ThreadReader {
  private static final int MOST_WORDS = 300;

  private final WordShelf words;
  private final ReplyBook replies;

  ThreadReader(WordShelf words, ReplyBook replies) {
    this.words = words;
    this.replies = replies;
  }

  /* Many networks tell whole seconds: of one second, who answers nobody came first, then who was
  heard first. */
  private static final Comparator<ThreadEntryView> IN_ORDER =
      Comparator.comparing(ThreadEntryView::at)
          .thenComparing(entry -> entry.mention() == null || entry.mention().inReplyTo() != null)
          .thenComparing(entry -> entry.mention() == null ? Instant.MAX : entry.mention().heardAt())
          .thenComparing(entry -> entry.mention() == null ? 0 : entry.mention().seq());

  /// The time line, the oldest first; of a very long thread its newest words.
  List<ThreadEntryView> of(Scope scope, UUID conversation, JdbcClient tx) {
    var entries = new ArrayList<ThreadEntryView>();
    var ours = replies.ofConversation(conversation, tx);
    var heardAgain =
        ours.stream()
            .map(ReplyRecord::heardMention)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    for (var mention : words.views(scope, spoken(conversation, tx))) {
      // Our own reply, brought back by its channel, stands here once: as the reply.
      if (!heardAgain.contains(mention.id())) {
        var at = spokenAt(mention.publishedAt(), mention.heardAt());
        entries.add(new ThreadEntryView("mention", at, mention, null, null, null));
      }
    }
    for (var reply : ours) {
      var at = reply.sentAt() == null ? reply.plannedAt() : reply.sentAt();
      entries.add(new ThreadEntryView("reply", at, null, reply.view(), null, null));
    }
    entries.addAll(acts(conversation, tx));
    entries.sort(IN_ORDER);
    return entries;
  }

  private static Instant spokenAt(@Nullable Instant published, Instant heard) {
    return published != null && published.isBefore(heard) ? published : heard;
  }

  private static List<UUID> spoken(UUID conversation, JdbcClient tx) {
    return tx.sql(
            """
            select s.mention_id from conversation c
            join spoken s on s.workspace_id = c.workspace_id and s.thread_id = c.thread_id
            where c.id = :id and s.mention_id is not null
            order by s.at desc limit :most
            """)
        .param("id", conversation)
        .param("most", MOST_WORDS)
        .query(UUID.class)
        .list();
  }

  private static List<ThreadEntryView> acts(UUID conversation, JdbcClient tx) {
    return tx.sql(
            """
            select at, person_id, person_name, deed, text, until from conversation_act
            where conversation_id = :id order by at
            """)
        .param("id", conversation)
        .query(
            (row, _) -> {
              var person = row.getObject("person_id", UUID.class);
              var by =
                  new AssigneeView(
                      person == null ? ReplyRecord.NOBODY : person, row.getString("person_name"));
              var at = row.getObject("at", OffsetDateTime.class).toInstant();
              var deed = row.getString("deed");
              var text = row.getString("text");
              if (deed.equals("note")) {
                var note = new ThreadEntryView.NoteView(by, text);
                return new ThreadEntryView("note", at, null, null, note, null);
              }
              var until = row.getObject("until", OffsetDateTime.class);
              var act =
                  new ThreadEntryView.ActView(
                      by, deed, text, until == null ? null : until.toInstant());
              return new ThreadEntryView("act", at, null, null, null, act);
            })
        .list();
  }
}

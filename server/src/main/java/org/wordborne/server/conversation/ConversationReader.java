package org.wordborne.server.conversation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.person.People;
import org.wordborne.server.person.PersonRef;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.access.Permission;

/// Reads an opened conversation, and a person with theirs.
@Component
final class ConversationReader {
  private static final int MOST_BETWEEN = 50;
  private static final int MOST_CONVERSATIONS = 20;

  private final Transactions transactions;
  private final RowReader rows;
  private final ThreadReader threads;
  private final People people;
  private final Members members;
  private final Mentions mentions;
  private final ReplyCarrier carrier;
  private final Signatures signatures;

  ConversationReader(
      Transactions transactions,
      RowReader rows,
      ThreadReader threads,
      People people,
      Members members,
      Mentions mentions,
      ReplyCarrier carrier,
      Signatures signatures) {
    this.transactions = transactions;
    this.rows = rows;
    this.threads = threads;
    this.people = people;
    this.members = members;
    this.mentions = mentions;
    this.carrier = carrier;
    this.signatures = signatures;
  }

  ConversationView view(SignedIn by, UUID id) {
    var scope = by.scope();
    return transactions.in(
        scope,
        tx -> {
          var found = rows.rows(scope, List.of(id), tx);
          if (found.isEmpty()) {
            throw new NotFoundException("There is no conversation " + id + " here.");
          }
          var row = found.getFirst();
          var person = row.person().id();
          return new ConversationView(
              row,
              threads.of(scope, id, tx),
              person == null ? null : person(scope, person),
              answer(by, row),
              members.who(scope, Permission.ANSWER));
        });
  }

  private AnswerView answer(SignedIn by, ConversationRow row) {
    var opener = row.opener().mentionId();
    var as = signatures.of(by, null);
    var mention = mentions.find(by.scope(), opener);
    if (mention.isEmpty() || mention.get().isDeleted()) {
      var gone = "This word was deleted there, so nobody can answer it.";
      return answer(row, as, gone, row.opener().sourceName(), null, opener);
    }
    var way = carrier.way(by.scope(), mention.get());
    return answer(row, as, way.whyNot(), way.where(), way.limit(), opener);
  }

  private static AnswerView answer(
      ConversationRow row,
      String as,
      @Nullable String whyNot,
      String where,
      AnswerView.@Nullable LimitView limit,
      UUID opener) {
    PersonRef person = row.person();
    return new AnswerView(
        whyNot == null, whyNot, person.name(), where, as, "public", limit, opener);
  }

  PersonView person(Scope scope, UUID person) {
    return transactions.in(
        scope,
        tx -> {
          var profile = people.profile(scope, person);
          var conversations = rows.rows(scope, conversations(person, tx), tx);
          return PersonView.of(
              profile,
              between(person, tx),
              conversations,
              people.toThank(scope, person).orElse(null));
        });
  }

  private static List<UUID> conversations(UUID person, JdbcClient tx) {
    return tx.sql(
            """
            select c.id from conversation c
            where c.person_id = :person
              or c.id in (select a.conversation_id from ask a where a.person_id = :person
                and a.state <> 'gone')
            order by c.last_at desc limit :most
            """)
        .param("person", person)
        .param("most", MOST_CONVERSATIONS)
        .query(UUID.class)
        .list();
  }

  private static List<PersonView.BetweenView> between(UUID person, JdbcClient tx) {
    return tx.sql(
            """
            select * from (
              select a.at, c.title as text, 'asked' as kind, c.id, a.state = 'waiting' as owed
              from ask a join conversation c on c.workspace_id = a.workspace_id
                and c.id = a.conversation_id
              where a.person_id = :person and a.state <> 'gone'
              union all
              select coalesce(r.sent_at, r.planned_at), r.text,
                case when k.number is null then 'answered' else 'thanked' end,
                r.conversation_id, false
              from spoken s join reply r on r.workspace_id = s.workspace_id
                and r.mention_id = s.mention_id and r.state = 'sent'
              left join thanks k on k.workspace_id = r.workspace_id and k.reply_id = r.id
              where s.person_id = :person and s.answered_at is not null
              union all
              select k.at, coalesce(n.text, ''), 'thanked-' || k.how, null, false
              from thanks k left join thanks_note n on n.workspace_id = k.workspace_id
                and n.thanks_id = k.id
              where k.person_id = :person and k.reply_id is null) b
            order by at desc limit :most
            """)
        .param("person", person)
        .param("most", MOST_BETWEEN)
        .query(
            (row, _) ->
                new PersonView.BetweenView(
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, UUID.class),
                    row.getBoolean(5)))
        .list();
  }
}

package org.wordborne.server.person;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.KnownPeople;
import org.wordborne.server.mention.SourceNames;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// The people of a workspace, to be read.
@Component
public class People implements KnownPeople {
  private static final Duration THANKS_ARE_DUE = Duration.ofDays(14);
  private static final int NEWEST_PRAISES = 500;

  private final Transactions transactions;
  private final PersonRows rows;
  private final WordShelf words;
  private final InstantSource clock;

  People(
      Transactions transactions,
      ObjectProvider<SourceNames> sources,
      WordShelf words,
      InstantSource clock) {
    this.transactions = transactions;
    this.rows = new PersonRows(sources);
    this.words = words;
    this.clock = clock;
  }

  /// A page of those who spoke.
  ///
  /// @param query part of a name or handle; "" for all
  /// @param sort recent, words, heard
  public PeoplePage list(Scope scope, String query, String sort, Page page) {
    return transactions.in(scope, tx -> rows.list(scope, query.strip(), sort, page, tx));
  }

  /// A person and what is known of them.
  ///
  /// @throws NotFoundException if there is none of that id
  public PersonProfile profile(Scope scope, UUID person) {
    return transactions.in(
        scope,
        tx -> {
          var row = rows.of(scope, List.of(person), tx).get(person);
          if (row == null) {
            throw new NotFoundException("There is no person " + person + " here.");
          }
          return new PersonProfile(
              row, firstAt(person, tx), months(person, tx), TrustReader.of(person, tx));
        });
  }

  /// The lines of these people, by id.
  public Map<UUID, PersonRow> rows(Scope scope, Collection<UUID> people) {
    return transactions.in(scope, tx -> rows.of(scope, people, tx));
  }

  /// What a person said, the newest first.
  public PersonMentionsView mentions(Scope scope, UUID person, Page page) {
    var found =
        transactions.in(
            scope,
            tx ->
                tx.sql(
                        """
                        select mention_id from spoken where person_id = :person
                          and mention_id is not null
                        order by at desc, mention_id offset :offset limit :limit
                        """)
                    .param("person", person)
                    .param("offset", page.offset())
                    .param("limit", page.limit() + 1)
                    .query(UUID.class)
                    .list());
    return new PersonMentionsView(words.views(scope, page.cut(found)), page.next(found.size()));
  }

  /// Those who recommended, defended or praised us lately and whom we have neither answered nor
  /// thanked since. Recommendations come first, then defence, the newest of each before the
  /// others, however few hear it; then praise by whom most people hear.
  public ToThankView toThank(Scope scope, int most) {
    return transactions.in(scope, tx -> toThank(scope, null, most, tx));
  }

  /// What to thank one person for, if anything.
  public Optional<ToThankView.Praise> toThank(Scope scope, UUID person) {
    return transactions.in(scope, tx -> toThank(scope, person, 1, tx)).people().stream()
        .findFirst();
  }

  private ToThankView toThank(Scope scope, @Nullable UUID only, int most, JdbcClient tx) {
    var due = new LinkedHashMap<UUID, Due>();
    var waiting = new AtomicInteger();
    tx.sql(
            """
            select mention_id, person_id, recommended, defended, count(*) over () from (
              select distinct on (s.person_id) s.mention_id, s.person_id, s.at, h.hear,
                exists (select 1 from trust_edge e where e.workspace_id = s.workspace_id
                  and e.mention_id = s.mention_id and e.deed = 'recommends') as recommended,
                coalesce(p.sentiment = 'negative' and not p.own, false) as defended
              from (
                select * from spoken
                where praises and counted and answered_at is null and at > :since
                  and (:only::uuid is null or person_id = :only::uuid)
                order by at desc limit :newest) s
              join person h on h.workspace_id = s.workspace_id and h.id = s.person_id
              left join spoken p on p.workspace_id = s.workspace_id and p.place = s.place
                and p.native_id = s.reply_to and s.reply_to <> ''
              where s.repost_of = '' and not h.own
                and not exists (select 1 from spoken t where t.workspace_id = s.workspace_id
                  and t.person_id = s.person_id and t.answered_at > s.at)
                and not exists (select 1 from thanks k where k.workspace_id = s.workspace_id
                  and k.person_id = s.person_id and k.at > s.at)
              order by s.person_id, recommended desc, defended desc, s.at desc) found
            order by recommended desc, defended desc,
              case when recommended or defended then 0 else hear end desc, at desc
            limit :most
            """)
        .param("since", clock.instant().minus(THANKS_ARE_DUE).atOffset(ZoneOffset.UTC))
        .param("only", only)
        .param("newest", NEWEST_PRAISES)
        .param("most", most)
        .query(
            (row, _) -> {
              waiting.set(row.getInt(5));
              String why =
                  row.getBoolean(3) ? "recommended" : row.getBoolean(4) ? "defended" : "praised";
              return due.put(
                  row.getObject(1, UUID.class), new Due(row.getObject(2, UUID.class), why));
            })
        .list();
    var people = rows.of(scope, due.values().stream().map(Due::person).toList(), tx);
    var praises = new ArrayList<ToThankView.Praise>();
    for (var mention : words.views(scope, due.keySet())) {
      var one = due.get(mention.id());
      var person = one == null ? null : people.get(one.person());
      if (one != null && person != null) {
        praises.add(new ToThankView.Praise(person, one.why(), mention));
      }
    }
    return new ToThankView(praises, waiting.get());
  }

  private record Due(UUID person, String why) {}

  @Override
  public Map<UUID, UUID> peopleOf(Scope scope, Collection<UUID> handles) {
    var found = new LinkedHashMap<UUID, UUID>();
    if (!handles.isEmpty()) {
      transactions.in(
          scope,
          tx ->
              tx.sql("select id, person_id from handle where id in (:handles)")
                  .param("handles", handles)
                  .query(
                      (row, _) ->
                          found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                  .list());
    }
    return found;
  }

  private static @Nullable Instant firstAt(UUID person, JdbcClient tx) {
    return tx
        .sql("select first_at from person where id = :person")
        .param("person", person)
        .query((row, _) -> row.getObject(1, OffsetDateTime.class))
        .stream()
        .filter(Objects::nonNull)
        .map(OffsetDateTime::toInstant)
        .findFirst()
        .orElse(null);
  }

  private static List<MonthMood> months(UUID person, JdbcClient tx) {
    return tx.sql(
            """
            select to_char(at at time zone 'UTC', 'YYYY-MM'),
              count(*) filter (where sentiment = 'positive')::int,
              count(*) filter (where sentiment = 'negative')::int,
              count(*) filter (where sentiment = 'neutral')::int,
              count(*) filter (where sentiment = 'mixed')::int,
              count(*) filter (where sentiment = 'unsure')::int
            from spoken where person_id = :person and counted
            group by 1 order by 1
            """)
        .param("person", person)
        .query(
            (row, _) ->
                new MonthMood(
                    row.getString(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6)))
        .list();
  }
}

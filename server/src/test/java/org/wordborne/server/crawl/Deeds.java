package org.wordborne.server.crawl;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.campaign.Contests;
import org.wordborne.server.campaign.Contests.Drawn;
import org.wordborne.server.campaign.draw.TestDraws;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;

/// What a crawl needs to be there and no operation brings about at once: what strangers do, what
/// takes days, what fails.
record Deeds(Household home) {
  void act(String deed) {
    int colon = deed.indexOf(':');
    String about = colon < 0 ? "" : deed.substring(colon + 1);
    switch (colon < 0 ? deed : deed.substring(0, colon)) {
      case "pushed" -> pushed();
      case "proposals" -> proposals();
      case "failed-reply" ->
          sql("update reply set state = 'refused', why = 'closed' where id = $reply");
      case "seeds" -> seeds();
      case "second-task" ->
          keep(
              "task2",
              "select id from campaign_task where campaign_id = $campaign"
                  + " and title like '%again'");
      case "ruled" -> ruled(about);
      case "running" -> running(about);
      case "claimed" ->
          sql("update prize_unit set claimed_at = now(), state = 'claimed' where id = $unit");
      case "rewards" -> rewards();
      case "appeals" -> appeals();
      case "drawn" -> drawn();
      case "closed" -> close("lot");
      case "proof" -> proof();
      case "missed" ->
          sql(
              "update publication_variant set state = 'missed', send_at = now()"
                  + " where publication_id = $publication");
      case "wishes" -> wishes();
      case "called" -> called();
      case "invited" -> invited();
      default -> throw new IllegalStateException("no deed " + deed);
    }
  }

  private void pushed() {
    String body =
        home.post("pushed", "sayer", "I pushed the door of " + home.word + ", is it shut?");
    byte[] raw = body.getBytes(StandardCharsets.UTF_8);
    var request = ServerFixture.request("/hooks/" + home.names.get("source"));
    var secret = Secret.of(home.names.get("hookSecret"));
    StandardWebhooks.sign(secret, "m" + UUID.randomUUID(), Instant.now(), raw)
        .forEach(request::header);
    var answer = ServerFixture.send(request.POST(BodyPublishers.ofByteArray(raw)).build());
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  private void proposals() {
    for (String name : List.of("proposal", "proposal2")) {
      fresh(name);
      sql(
          """
          insert into source_proposal (workspace_id, id, host, url, title, candidates, found_at)
          values ($workspace, $%1$s, '%1$s.' || $word || '.example',
            'https://' || $word || '.example/', $word || ' speaks',
            '[{"kind":"feed","title":"Talk","url":"https://' || $word || '.example/feed"}]', now())"""
              .formatted(name));
    }
  }

  private void seeds() {
    sql(
        """
        insert into person (workspace_id, id, name, words, hear, first_at, last_at)
        select $workspace, md5($word || n)::uuid, 'voice ' || n || ' of ' || $word, 3, 12, now(),
          now() from generate_series(0, 40) n""");
    sql(
        """
        insert into trust_edge (workspace_id, from_person, to_person, deed, mention_id, at)
        select $workspace, md5($word || n)::uuid, md5($word || n % 4)::uuid, deed,
          gen_random_uuid(), now()
        from generate_series(4, 40) n, unnest(array['repeats', 'thanks', 'answers']) deed""");
  }

  private void ruled(String contest) {
    sql(
        "update campaign set starts_at = now() - interval '1 hour', zone = 'UTC',"
            + " ends_at = now() + interval '9 days' where id = $"
            + contest);
    sql(
        "insert into campaign_rules (workspace_id, campaign_id, version, language, text, hash,"
            + " made_at) values ($workspace, $"
            + contest
            + ", 3, 'en', 'Rules of ' || $word, repeat('a', 64), now())");
  }

  private void running(String contest) {
    sql("update campaign set state = 'running' where id = $" + contest);
  }

  private void rewards() {
    keep("programme", "select id from programme where campaign_id = $contest");
    for (String name : List.of("friend", "friend2")) {
      fresh(name);
      sql(
          "insert into advocate (workspace_id, id, programme, parent, root, how, code, joined_at)"
              + " values ($workspace, $"
              + name
              + ", $programme, $friend, $friend, 'code', '"
              + name
              + "' || $word, now())");
    }
    fresh("reward");
    sql(
        "insert into reward (workspace_id, id, programme, advocate, referred, amount_minor, state,"
            + " at, changed_at) values ($workspace, $reward, $programme, $friend, $friend2, 500,"
            + " 'promised', now(), now())");
  }

  private void appeals() {
    fresh("appeal");
    sql(
        """
        insert into appeal (workspace_id, id, contest, entry_id, against, words, at, decided_by,
          decided_name)
        select $workspace, $appeal, $contest, id, 'many', 'It was me, ' || $word, now(),
          gen_random_uuid(), 'Mia of ' || $word from entry where contest = $contest and number = 1""");
  }

  private void close(String contest) {
    sql("update contest set closes_at = now() where campaign_id = $" + contest);
  }

  private void drawn() {
    close("contest");
    UUID contest = UUID.fromString(home.names.get("contest"));
    var contests = ServerFixture.bean(Contests.class);
    var transactions = ServerFixture.transactions();
    var codes = new ArrayList<String>();
    transactions.run(
        home.scope,
        tx ->
            codes.addAll(
                tx.sql("select code from entry where contest = ? order by number")
                    .param(contest)
                    .query(String.class)
                    .list()));
    transactions.run(home.scope, tx -> contests.sealed(home.by, tx, contest, Instant.now()));
    var prizes =
        transactions.in(home.scope, tx -> contests.sealable(home.scope, tx, contest)).prizes();
    var places = new ArrayList<Drawn>();
    for (int i = 0; i < 4; i++) {
      places.add(new Drawn(i + 1, prizes.getFirst().id(), codes.get(i)));
    }
    transactions.run(home.scope, tx -> contests.drawn(home.scope, tx, contest, places));
    keep("unit", "select id from prize_unit where contest = $contest and no = 1");
    keep("unit2", "select id from prize_unit where contest = $contest and no = 2");
  }

  private void proof() {
    try (var draws = new TestDraws()) {
      UUID lot = UUID.fromString(home.names.get("lot"));
      draws.seal(home.by, lot);
      draws.run(home.scope, lot);
    }
  }

  private void wishes() {
    int number = 0;
    for (String name : List.of("wish", "wish2", "wish3")) {
      fresh(name);
      number++;
      sql(
          """
          insert into wish (workspace_id, id, number, text, state, posted_at, posted_from, aside,
            language, quantity, place, by_day, currency)
          values ($workspace, $%1$s, %2$d, 'Thirty chairs for ' || $word, 'heard', now(), 'here',
            %3$s, 'en', %4$s, 'The hall of ' || $word, current_date + 30, 'GBP')"""
              .formatted(name, number, name.equals("wish3"), name.equals("wish2") ? null : 30));
    }
  }

  private void called() {
    fresh("call");
    sql(
        """
        insert into call (workspace_id, id, wish_id, terms, currency, ceiling, opened_at, ends_at)
        values ($workspace, $call, $wish, '{}', 'GBP', ''::bytea, now(), now() + interval '1 day')""");
    sql(
        """
        insert into call_event (workspace_id, call_id, number, at, deed, facts, prev, hash)
        values ($workspace, $call, 1, now(), 'opened', '{}', '', repeat('a', 64))""");
  }

  private void invited() {
    var wanted = Map.of("role", "client");
    var made = home.owner().send("POST", "/api/v1/invitations", home.place, wanted);
    String link = made.json().path("link").asString();
    home.names.put("code", link.substring(link.indexOf('#') + 1));
  }

  private void fresh(String name) {
    home.names.put(name, UUID.randomUUID().toString());
  }

  private void keep(String name, String sql) {
    String id =
        ServerFixture.transactions()
            .in(home.scope, tx -> tx.sql(bound(sql)).query(UUID.class).single())
            .toString();
    home.names.put(name, id);
  }

  private void sql(String sql) {
    ServerFixture.transactions().run(home.scope, tx -> tx.sql(bound(sql)).update());
  }

  /* Names of the test's own making; nothing that anybody could send stands in them. */
  private String bound(String sql) {
    return Household.filled(
        sql,
        name ->
            switch (name) {
              case "workspace" -> "'" + home.place + "'::uuid";
              case "word" -> "'" + home.word + "'";
              default -> "'" + home.names.get(name) + "'::uuid";
            });
  }
}

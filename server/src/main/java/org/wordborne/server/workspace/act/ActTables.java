package org.wordborne.server.workspace.act;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which tables note what people change in them: all but those named here, so that a new table is
/// noted unless somebody writes down why not.
///
/// The trigger's condition is judged for each row in C, without a call: what programs write by
/// themselves costs next to nothing (`docs/audit.md` has the figure).
public final class ActTables {
  private static final String OWN_BOOK = "is a chained or counted book of its own";
  private static final String HEARD =
      "is what was heard, not what somebody did; an import is one act";
  private static final String DERIVED = "is computed from other rows and follows them by itself";
  private static final String ACTS = "belongs to the book of acts";
  private static final String OUTSIDE =
      "belongs to an account and to no workspace; the act has a line, its secrets none";
  private static final String SERVER = "is the program's own working state";
  private static final Map<String, String> LEFT_OUT = new TreeMap<>();

  static {
    leave(ACTS, "act_line", "act_head", "act_change", "act_key");
    leave(OWN_BOOK, "journal_line", "journal_key", "posting", "posting_account", "call_event");
    leave(HEARD, "mention", "mention_identity", "mention_counter", "mention_backfill");
    leave(HEARD, "own_word", "spoken", "handle", "trust_edge", "link_seen", "link_said");
    leave(HEARD, "hook_delivery", "source_happened", "source_hour", "telling", "topic_word");
    leave(DERIVED, "follower_cursor", "hour_mood", "ask", "counted_word", "result_day");
    leave(DERIVED, "person_day", "burst_state", "burst", "theme_week", "strategy_week");
    leave(DERIVED, "seed_plan_person", "draw_list", "link_visit", "link_day", "queue_turn");
    leave(
        SERVER,
        "server_setting",
        "delivery",
        "hook_happening",
        "link_key",
        "flyway_schema_history");
    leave("is known without a wall and is made with its workspace", "workspace_registry");
    leave(OUTSIDE, "sign_in", "totp", "recovery_code", "passkey", "ticket_used");
  }

  private ActTables() {}

  private static void leave(String why, String... tables) {
    for (String table : tables) {
      LEFT_OUT.put(table, why);
    }
  }

  /// Tables that note nothing, each with the reason.
  static Map<String, String> leftOut() {
    return Map.copyOf(LEFT_OUT);
  }

  /// Puts the trigger where it belongs and takes it from where it does not; safe to repeat.
  public static void apply(JdbcClient owner) {
    statements(owner).forEach(statement -> owner.sql(statement).update());
  }

  private static List<String> statements(JdbcClient owner) {
    return owner
        .sql(WANTED)
        .param(LEFT_OUT.keySet().toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private static final String WANTED =
      """
      with kept as (
        select c.oid, c.relname, c.relname = any (?) as outside,
          exists (select 1 from pg_trigger t
            where t.tgrelid = c.oid and t.tgname = 'noted') as noted,
          (select a.attname from pg_attribute a
            left join pg_index i on i.indrelid = c.oid and i.indisprimary
            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and (a.attname = 'id' or a.attnum = any (i.indkey))
            order by a.attname <> 'id', a.attname = 'workspace_id', a.attnum desc
            limit 1) as known_by
        from pg_class c
        where c.relkind in ('r', 'p') and not c.relispartition
          and c.relnamespace = 'public'::regnamespace
          and pg_has_role(current_user, c.relowner, 'usage'))
      select format('create trigger noted after insert or update or delete on %s for each row'
        ' when (coalesce(current_setting(''wordborne.act'', true), '''') <> '''')'
        ' execute function note_change(%L)', oid::regclass, coalesce(known_by, ''))
      from kept where not outside and not noted
      union all
      select format('drop trigger noted on %s', oid::regclass) from kept where outside and noted
      """;
}

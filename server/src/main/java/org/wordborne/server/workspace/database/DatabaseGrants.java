package org.wordborne.server.workspace.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Gives the serving role what it needs and nothing else: rows of whole tables, never a
/// partition by itself (a partition asked directly would not be behind its parent's wall), and of
/// a table whose comment says `append-only` no more than to read it and to write at its end.
final class DatabaseGrants {
  private DatabaseGrants() {}

  /// Brings the grants of every table into line; safe to repeat.
  static void apply(JdbcClient owner) {
    owner
        .sql(
            """
            with thing as (
              select c.oid, c.relkind = 'S' as sequence,
                c.relispartition or c.relname = 'flyway_schema_history' as closed,
                coalesce(obj_description(c.oid, 'pg_class') = 'append-only', false) as append_only
              from pg_class c
              where c.relnamespace = 'public'::regnamespace
                and c.relkind in ('r', 'p', 'v', 'S')
                and pg_has_role(current_user, c.relowner, 'usage')),
            held as (
              select t.*,
                case when not sequence then has_table_privilege('wordborne_app', oid, 'select')
                  end as reads,
                case when not sequence then has_table_privilege('wordborne_app', oid, 'insert')
                  end as writes,
                case when not sequence then has_table_privilege('wordborne_app', oid, 'update')
                  or has_table_privilege('wordborne_app', oid, 'truncate') end as changes,
                case when not sequence then has_table_privilege('wordborne_app', oid, 'delete')
                  end as removes
              from thing t)
            select statement from (
              select 1 as step,
                format('grant usage on sequence %s to wordborne_app', oid::regclass) as statement
              from held where sequence and not has_sequence_privilege('wordborne_app', oid, 'usage')
              union all
              select 1, format('revoke all on %s from wordborne_app, public', oid::regclass)
              from held where not sequence and closed and (reads or writes or changes or removes)
              union all
              select 1, format('revoke all on %s from wordborne_app, public', oid::regclass)
              from held where not sequence and not closed and append_only and (changes or removes)
              union all
              select 2, format('grant select, insert on %s to wordborne_app', oid::regclass)
              from held where not sequence and not closed and append_only
                and (changes or removes or not (reads and writes))
              union all
              select 2, format('grant select, insert, update, delete on %s to wordborne_app',
                oid::regclass)
              from held where not sequence and not closed and not append_only
                and not (reads and writes and changes and removes)) needed
            order by step
            """)
        .query(String.class)
        .list()
        .forEach(grant -> owner.sql(grant).update());
  }
}

package org.wordborne.server.workspace.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Gives the serving role what it needs and nothing else: rows of whole tables, never a
/// partition by itself (a partition asked directly would not be behind its parent's wall).
final class DatabaseGrants {
  private DatabaseGrants() {}

  /// Brings the grants of every table into line; safe to repeat.
  static void apply(JdbcClient owner) {
    owner
        .sql(
            """
            select format(
                case when c.relkind in ('S') then 'grant usage on sequence %1$s to wordborne_app'
                     when c.relispartition or c.relname = 'flyway_schema_history'
                     then 'revoke all on %1$s from wordborne_app, public'
                     else 'grant select, insert, update, delete on %1$s to wordborne_app' end,
                c.oid::regclass)
            from pg_class c
            where c.relnamespace = 'public'::regnamespace
              and c.relkind in ('r', 'p', 'v', 'S')
              and pg_has_role(current_user, c.relowner, 'usage')
              and case when c.relkind = 'S'
                       then not has_sequence_privilege('wordborne_app', c.oid, 'usage')
                       when c.relispartition or c.relname = 'flyway_schema_history'
                       then has_table_privilege('wordborne_app', c.oid, 'select')
                         or has_table_privilege('wordborne_app', c.oid, 'insert')
                         or has_table_privilege('wordborne_app', c.oid, 'update')
                         or has_table_privilege('wordborne_app', c.oid, 'delete')
                       else not (has_table_privilege('wordborne_app', c.oid, 'select')
                         and has_table_privilege('wordborne_app', c.oid, 'insert')
                         and has_table_privilege('wordborne_app', c.oid, 'update')
                         and has_table_privilege('wordborne_app', c.oid, 'delete')) end
            """)
        .query(String.class)
        .list()
        .forEach(grant -> owner.sql(grant).update());
  }
}

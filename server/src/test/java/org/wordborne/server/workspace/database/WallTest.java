package org.wordborne.server.workspace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.ServerFixture;
import org.wordborne.server.workspace.Scope;

/// Workspaces are walls: asked of the database's own catalogue and tried with rows.
class WallTest {
  private static final String COUNT = "select count(*) from workspace";
  private final JdbcClient app = ServerFixture.bean(JdbcClient.class);

  @Test
  void catalogue_everyWorkspaceTable_forcesItsWall() {
    List<String> open =
        app.sql(
                """
                select c.oid::regclass::text
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
                where c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
                  and c.relnamespace = 'public'::regnamespace
                  and not (c.relrowsecurity and c.relforcerowsecurity
                    and (select count(*) filter (where p.polcmd = '*') = 1
                          and bool_and(p.polqual is not null
                            and p.polwithcheck is not null and p.polcmd = '*'
                            and pg_get_expr(p.polqual, p.polrelid) like '%wordborne.workspace%'
                            and pg_get_expr(p.polwithcheck, p.polrelid)
                                like '%wordborne.workspace%')
                         from pg_policy p where p.polrelid = c.oid
                           and not (c.relname = 'member' and p.polname = 'own'
                             and p.polcmd = 'r')))
                  and c.relname <> 'workspace_registry'
                """)
            .query(String.class)
            .list();

    assertThat(open).as("tables without a forced wall of USING and WITH CHECK").isEmpty();
  }

  @Test
  void catalogue_everyTableButTheServersOwn_hasAWorkspace() {
    List<String> shared =
        app.sql(
                """
                select c.relname from pg_class c
                where c.relkind in ('r', 'p') and not c.relispartition
                  and c.relnamespace = 'public'::regnamespace
                  and not exists (select 1 from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'workspace_id')
                order by 1
                """)
            .query(String.class)
            .list();

    assertThat(shared)
        .containsExactly(
            "account",
            "backup_run",
            "company_identity",
            "flyway_schema_history",
            "passkey",
            "password_reset",
            "recovery_code",
            "server_setting",
            "sign_in",
            "ticket_used",
            "totp");
  }

  @Test
  void catalogue_servingRole_hasNoPower() {
    List<String> powers =
        app.sql(
                """
                select 'attribute' from pg_roles where rolname = current_user
                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                union all
                select 'owns ' || relname from pg_class
                where relowner = (select oid from pg_roles where rolname = current_user)
                  and relnamespace not in (select oid from pg_namespace where nspname like 'pg_temp%'
                      or nspname like 'pg_toast_temp%')
                union all
                select 'partition ' || relname from pg_class
                where relispartition and relkind in ('r', 'p')
                  and has_table_privilege(oid, 'select, insert, update, delete, truncate')
                union all
                select 'member of ' || roleid::regrole from pg_auth_members
                where member = (select oid from pg_roles where rolname = current_user)
                union all
                select 'definer ' || proname from pg_proc
                where prosecdef and pronamespace = 'public'::regnamespace
                union all
                select 'create in schema' where has_schema_privilege('public', 'create')
                """)
            .query(String.class)
            .list();

    assertThat(powers).isEmpty();
  }

  @Test
  void read_noWorkspaceSet_seesNothing() {
    ServerFixture.freshScope();

    Long seen = app.sql(COUNT).query(Long.class).single();

    assertThat(seen).isZero();
  }

  @Test
  void read_afterATransaction_seesNothingOnThatConnection() {
    Scope scope = ServerFixture.freshScope();

    Long inside = ServerFixture.transactions().in(scope, WallTest::count);
    Long after = app.sql(COUNT).query(Long.class).single();

    assertThat(inside).isEqualTo(1);
    assertThat(after).isZero();
  }

  @Test
  void read_twoWorkspaces_eachSeesItsOwn() {
    Scope one = ServerFixture.freshScope();
    Scope other = ServerFixture.freshScope();

    UUID seen = ServerFixture.transactions().in(one, WallTest::only);

    assertThat(seen).isEqualTo(one.workspace().value()).isNotEqualTo(other.workspace().value());
  }

  @Test
  void write_foreignWorkspace_isRefused() {
    Scope one = ServerFixture.freshScope();
    Scope other = ServerFixture.freshScope();

    assertThatThrownBy(
            () ->
                ServerFixture.transactions()
                    .run(
                        one,
                        jdbc ->
                            jdbc.sql("update workspace set workspace_id = ?")
                                .param(other.workspace().value())
                                .update()))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void in_insideAnotherWorkspace_isRefused() {
    Scope one = ServerFixture.freshScope();
    Scope other = ServerFixture.freshScope();
    var transactions = ServerFixture.transactions();

    assertThatThrownBy(() -> transactions.run(one, _ -> transactions.run(other, WallTest::count)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Long count(JdbcClient jdbc) {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  private static UUID only(JdbcClient jdbc) {
    return jdbc.sql("select workspace_id from workspace").query(UUID.class).single();
  }
}

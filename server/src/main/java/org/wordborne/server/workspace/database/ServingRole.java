package org.wordborne.server.workspace.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wordborne.server.workspace.database.DatabaseLogins.Login;

/// What the two roles of an operator's own PostgreSQL may: all that they need, and nothing that
/// leads round the walls. Rights that are inherited or granted to everybody count as well.
final class ServingRole {
  private static final String FAULTS =
      """
      with app as (select * from pg_roles where rolname = ?),
        own as (select * from pg_roles where rolname = current_user),
        here as (select d.datname, d.datdba from pg_database d where datname = current_database())
      select fault, remedy from (
        select 1 as step, format('%s is a superuser', rolname) as fault,
          format('alter role %I nosuperuser', rolname) as remedy from app where rolsuper
        union all
        select 2, format('%s passes every wall', rolname),
          format('alter role %I nobypassrls', rolname) from app where rolbypassrls and not rolsuper
        union all
        select 3, format('%s may make roles, databases or replicas', rolname),
          format('alter role %I nocreaterole nocreatedb noreplication', rolname)
          from app where rolcreaterole or rolcreatedb or rolreplication
        union all
        select 4, format('%s has the rights of %s', app.rolname, r.rolname),
          format('revoke %I from %I', r.rolname, app.rolname)
          from app join pg_auth_members m on m.member = app.oid join pg_roles r on r.oid = m.roleid
        union all
        select 5, format('%s owns the database', app.rolname),
          format('alter database %I owner to %I', here.datname, own.rolname)
          from app join here on here.datdba = app.oid cross join own
        union all
        select 6, format('%s owns %s', app.rolname, c.oid::regclass),
          format('alter %s %s owner to %I',
            case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end,
            c.oid::regclass, own.rolname)
          from app join pg_class c on c.relowner = app.oid cross join own
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'S', 'v')
        union all
        select 7, format('%s may make schemas', app.rolname),
          format('revoke create on database %I from %I, public', here.datname, app.rolname)
          from app cross join here
          where not rolsuper and here.datdba <> app.oid
            and has_database_privilege(app.oid, here.datname, 'create')
        union all
        select 8, format('%s may make tables', app.rolname),
          format('revoke create on schema public from %I, public', app.rolname)
          from app cross join here
          where not rolsuper and here.datdba <> app.oid
            and has_schema_privilege(app.oid, 'public', 'create')
        union all
        select 9, format('%s may not look into the schema public', app.rolname),
          format('grant usage on schema public to %I', app.rolname)
          from app where not has_schema_privilege(app.oid, 'public', 'usage')
        union all
        select 10, format('%s may not make tables', own.rolname),
          format('grant usage, create on schema public to %I', own.rolname)
          from own where not has_schema_privilege(own.oid, 'public', 'create')) found
      order by step, fault
      """;

  private static final String ADMINISTRATOR =
      "select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)";

  private ServingRole() {}

  /// Refuses roles with too few or too many rights, with the statements that mend it.
  ///
  /// @throws DatabaseException if there is anything to mend
  static void judge(Connection owner, Login app) throws SQLException {
    requireNoAdministrator(owner);
    Map<String, String> faults = faults(owner, app);
    if (!faults.isEmpty()) {
      throw new DatabaseException(
          "the roles of the database are not as they should be: "
              + String.join("; ", faults.keySet())
              + ". Run as an administrator: "
              + String.join("; ", List.copyOf(faults.values()))
              + ";");
    }
  }

  /* It may be the only administrator there is: nothing is taken from it, another one is asked for. */
  private static void requireNoAdministrator(Connection owner) throws SQLException {
    try (var asking = owner.prepareStatement(ADMINISTRATOR);
        ResultSet found = asking.executeQuery()) {
      if (found.next()) {
        throw new DatabaseException(
            "the user of --database-url, "
                + found.getString(1)
                + ", is a superuser or passes every wall; `wordborne database` prints the statements"
                + " that make one with the least rights");
      }
    }
  }

  private static Map<String, String> faults(Connection owner, Login app) throws SQLException {
    var faults = new LinkedHashMap<String, String>();
    try (var asking = owner.prepareStatement(FAULTS)) {
      asking.setString(1, app.user());
      try (ResultSet found = asking.executeQuery()) {
        while (found.next()) {
          faults.put(found.getString(1), found.getString(2));
        }
      }
    }
    return faults;
  }

  /// The statements that make both roles and an empty database, for an administrator.
  static List<String> cluster(String database, Login owner, Login app) {
    var statements = new ArrayList<String>();
    for (Login role : List.of(owner, app)) {
      statements.add(
          "create role "
              + quoted(role.user())
              + DatabaseRoles.RIGHTS
              + "'"
              + role.password().replace("'", "''")
              + "'");
    }
    String name = quoted(database);
    statements.add(
        "create database "
            + name
            + " owner "
            + quoted(owner.user())
            + " encoding 'UTF8' template template0");
    statements.add("revoke all on database " + name + " from public");
    statements.add("grant connect, temporary on database " + name + " to " + quoted(app.user()));
    return statements;
  }

  /// The statements that an administrator runs within that database.
  static List<String> within(Login app) {
    return List.of(
        "revoke create on schema public from public",
        "grant usage on schema public to " + quoted(app.user()));
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}

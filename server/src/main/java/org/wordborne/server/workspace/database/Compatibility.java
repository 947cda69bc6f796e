package org.wordborne.server.workspace.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Which programs may serve which tables.
///
/// A program's schema is the version of its newest migration. A migration says by the end of its
/// name, which the history in the database keeps, what programs it leaves able to serve:
///
/// | file | may be served by |
/// | --- | --- |
/// | `V200__topic_colours_expanding.sql` | whoever could before: it only adds |
/// | `V210__topic_drop_colour_from_200.sql` | programs of schema 200 or newer |
/// | `V220__topic_rebuild.sql` | programs that know it: of schema 220 or newer |
///
/// So what is stored says of itself from which program on it is compatible, in the transaction
/// that changed it.
public final class Compatibility {
  private static final Pattern FILE = Pattern.compile("V(\\d+)__(\\w+)\\.sql");
  private static final Pattern FROM = Pattern.compile("(?:.* )?from (\\d+)");
  private static final String EXPANDING = "expanding";
  private static final String NONE = "0";

  private Compatibility() {}

  /// A migration, as the history names it.
  ///
  /// @param version as in `200`
  /// @param description the file's words with spaces between
  public record Step(String version, String description) {
    String from() {
      if (description.equals(EXPANDING) || description.endsWith(" " + EXPANDING)) {
        return NONE;
      }
      Matcher told = FROM.matcher(description);
      return told.matches() ? told.group(1) : version;
    }
  }

  /// The migrations of this program.
  public static List<Step> ofProgram() {
    try {
      var steps = new ArrayList<Step>();
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*.sql")) {
        Matcher name = FILE.matcher(String.valueOf(file.getFilename()));
        if (name.matches()) {
          steps.add(new Step(plain(name.group(1)), name.group(2).replace('_', ' ')));
        }
      }
      return steps;
    } catch (IOException broken) {
      throw new UncheckedIOException("the program's own migrations cannot be read", broken);
    }
  }

  /// Those that made the tables of a database.
  ///
  /// @throws DatabaseException if it cannot be asked
  public static List<Step> of(DatabaseLogins logins) {
    try (Connection owner =
            DriverManager.getConnection(
                logins.url(), logins.owner().user(), logins.owner().password());
        var statement = owner.createStatement();
        var row =
            statement.executeQuery(
                """
                select version, description from flyway_schema_history
                where success and version is not null
                """)) {
      var steps = new ArrayList<Step>();
      while (row.next()) {
        steps.add(new Step(plain(row.getString(1)), row.getString(2)));
      }
      return steps;
    } catch (SQLException refused) {
      throw new DatabaseException(
          "the history of the tables cannot be read: " + refused.getMessage(), refused);
    }
  }

  /// The newest version of these; "0" for none.
  public static String schema(Collection<Step> steps) {
    return newest(steps.stream().map(Step::version).toList());
  }

  /// The oldest schema of a program that may serve tables which these made.
  public static String compatibleFrom(Collection<Step> steps) {
    return newest(steps.stream().map(Step::from).toList());
  }

  /// Whether a program of that schema may serve tables which these made.
  public static boolean mayServe(String schema, Collection<Step> steps) {
    return !SchemaSteps.isBefore(schema, compatibleFrom(steps));
  }

  private static String newest(List<String> versions) {
    return versions.stream().max(Comparator.comparing(MigrationVersion::fromVersion)).orElse(NONE);
  }

  private static String plain(String version) {
    return MigrationVersion.fromVersion(version).getVersion();
  }
}

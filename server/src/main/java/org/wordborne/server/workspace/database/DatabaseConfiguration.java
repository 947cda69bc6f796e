package org.wordborne.server.workspace.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.wordborne.server.workspace.SchemaOwner;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.act.ActTables;
import org.wordborne.server.workspace.database.DatabaseLogins.Login;

/// The connections: a pool for the serving role, single ones for the owner.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LIMITS =
      "-c statement_timeout=300s -c idle_in_transaction_session_timeout=300s"
          + " -c lock_timeout=60s -c timezone=UTC";

  @Bean
  DataSource dataSource(Databases databases, ServerProperties properties) {
    DatabaseLogins logins = databases.logins();
    var config = new HikariConfig();
    config.setPoolName("serving");
    config.setJdbcUrl(logins.url());
    config.setUsername(logins.app().user());
    config.setPassword(logins.app().password());
    config.setMaximumPoolSize(properties.connections());
    config.setMinimumIdle(2);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.addDataSourceProperty("options", LIMITS);
    config.addDataSourceProperty("ApplicationName", "wordborne");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }

  @Bean(defaultCandidate = false)
  @FlywayDataSource
  DataSource ownerDataSource(Databases databases) {
    DatabaseLogins logins = databases.logins();
    Login owner = logins.owner();
    return new DriverManagerDataSource(logins.url(), owner.user(), owner.password());
  }

  @Bean
  FlywayMigrationStrategy migration(
      @FlywayDataSource DataSource owner, ServerProperties properties, Databases databases) {
    return flyway -> {
      Schema.migrate(flyway, DatabasePlace.of(properties, databases.logins()));
      JdbcClient client = JdbcClient.create(owner);
      DatabaseGrants.apply(client);
      ActTables.apply(client);
    };
  }

  @Bean
  SchemaOwner schemaOwner(@FlywayDataSource DataSource owner) {
    return new OwnerConnections(owner);
  }

  private record OwnerConnections(DataSource owner) implements SchemaOwner {
    @Override
    public void change(Consumer<JdbcClient> work) {
      try (var connection = owner.getConnection()) {
        connection.setAutoCommit(false);
        var client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        work.accept(client);
        DatabaseGrants.apply(client);
        connection.commit();
      } catch (java.sql.SQLException failed) {
        throw new DatabaseException("cannot change the schema: " + failed.getMessage(), failed);
      }
    }
  }
}

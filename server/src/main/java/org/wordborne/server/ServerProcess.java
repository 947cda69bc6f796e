package org.wordborne.server;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.wordborne.server.operate.BackupPlan;
import org.wordborne.server.source.Sample;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.Telemetry;
import org.wordborne.server.workspace.account.OneTimeCode;
import org.wordborne.server.workspace.account.ProcessToken;
import org.wordborne.server.workspace.database.DatabaseException;
import org.wordborne.server.workspace.database.Databases;

/// Starts a server in this JVM: `serve`, `demo`, commands on a resting folder, and tests.
///
/// The database starts on a thread of its own while Spring reads its classes; the first bean
/// that needs a connection waits for it.
public final class ServerProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

  private ServerProcess() {}

  /// Starts and returns when the server is ready.
  ///
  /// @throws StartException if it cannot, with one line that says why
  public static RunningServer start(ServerOptions options) {
    ServerProperties properties = options.properties();
    FolderLock lock = FolderLock.take(properties.data());
    refuseHalfRestored(properties.data(), lock);
    Databases databases = Databases.open(properties);
    // Whoever stops the program while it starts must not leave the database behind.
    var early = new Thread(databases::close, "stop-early");
    Runtime.getRuntime().addShutdownHook(early);
    try {
      var context = (WebServerApplicationContext) application(options, databases).run();
      var server = new Running((ConfigurableApplicationContext) context, databases, lock);
      server.announce(Objects.requireNonNull(context.getWebServer()).getPort());
      Runtime.getRuntime().removeShutdownHook(early);
      return server;
    } catch (RuntimeException | IOException failed) {
      abandon(early, databases);
      lock.close();
      throw plain(failed, properties);
    }
  }

  private static void refuseHalfRestored(DataFolder folder, FolderLock lock) {
    folder
        .halfRestored()
        .ifPresent(
            told -> {
              lock.close();
              throw new StartException(told);
            });
  }

  private static SpringApplication application(ServerOptions options, Databases databases) {
    var application = new SpringApplication(WordborneServer.class);
    // By their whole names, so that two modules may have a class of the same name.
    application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    application.addInitializers(
        context -> {
          var port = Map.<String, Object>of("server.port", options.properties().port());
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("told", port));
          var beans = (GenericApplicationContext) context;
          beans.registerBean(ServerProperties.class, options::properties);
          beans.registerBean(InstantSource.class, options::clock);
          beans.registerBean(BackupPlan.class, options::backups);
          beans.registerBean(Telemetry.class, options::telemetry);
          Sample sample = options.sample();
          if (sample != null) {
            beans.registerBean(Sample.class, () -> sample);
          }
          beans.registerBean(
              Databases.class, () -> databases, definition -> definition.setDestroyMethodName(""));
        });
    return application;
  }

  private static void abandon(Thread early, Databases databases) {
    try {
      Runtime.getRuntime().removeShutdownHook(early);
      databases.close();
    } catch (IllegalStateException endingAlready) {
      // The hook is at it.
    }
  }

  private static StartException plain(Exception failed, ServerProperties properties) {
    return Stream.iterate((Throwable) failed, cause -> cause != null, Throwable::getCause)
        .map(cause -> known(cause, properties))
        .filter(told -> told != null)
        .findFirst()
        .orElseGet(() -> unknown(failed));
  }

  private static StartException unknown(Exception failed) {
    LOG.error("the server could not start", failed);
    return new StartException("the server could not start: " + failed, failed);
  }

  private static @Nullable StartException known(Throwable cause, ServerProperties properties) {
    return switch (cause) {
      case StartException told -> told;
      case DatabaseException told -> new StartException(String.valueOf(told.getMessage()), told);
      case PortInUseException taken ->
          new StartException(
              "port " + properties.port() + " is taken; give another with --port", taken);
      case SQLException refused when isOfTheDoor(refused) ->
          new StartException("the database lets nobody in: " + refused.getMessage(), refused);
      default -> null;
    };
  }

  /* Classes of states: no connection, no such login, shutting down. */
  private static boolean isOfTheDoor(SQLException refused) {
    String state = String.valueOf(refused.getSQLState());
    return state.startsWith("08") || state.startsWith("28") || state.startsWith("57P");
  }

  private record Address(String url, String token, @Nullable String code) {}

  private static final class Running implements RunningServer {
    private final ConfigurableApplicationContext context;
    private final Databases databases;
    private final FolderLock lock;
    private final Thread atExit = new Thread(this::stop, "stop");
    private final Object stopping = new Object();
    private final java.util.concurrent.CountDownLatch stopped =
        new java.util.concurrent.CountDownLatch(1);
    private Address address = new Address("", "", null);

    Running(ConfigurableApplicationContext context, Databases databases, FolderLock lock) {
      this.context = context;
      this.databases = databases;
      this.lock = lock;
    }

    void announce(int port) throws IOException {
      String url = "http://127.0.0.1:" + port;
      String token = bean(ProcessToken.class).text();
      address = new Address(url, token, bean(OneTimeCode.class).waiting().orElse(null));
      long pid = ProcessHandle.current().pid();
      new ServerFile(url, token, pid).write(bean(ServerProperties.class).data());
      Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public String url() {
      return address.url();
    }

    @Override
    public String address() {
      String code = address.code();
      return code == null ? url() : url() + "/#code=" + code;
    }

    @Override
    public @Nullable String oneTimeCode() {
      return address.code();
    }

    @Override
    public String token() {
      return address.token();
    }

    @Override
    public <T> T bean(Class<T> type) {
      return context.getBean(type);
    }

    @Override
    public void await() throws InterruptedException {
      stopped.await();
    }

    @Override
    public void close() {
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException endingAlready) {
        // The hook is at it; stop() below waits for it.
      }
      stop();
    }

    /* The address goes first: a command that comes now must not take this server for living. */
    private void stop() {
      synchronized (stopping) {
        if (stopped.getCount() == 0) {
          return;
        }
        ServerFile.remove(bean(ServerProperties.class).data());
        context.close();
        databases.close();
        lock.close();
        stopped.countDown();
      }
    }
  }
}

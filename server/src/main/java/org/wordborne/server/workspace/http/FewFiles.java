package org.wordborne.server.workspace.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Takes no more connections at once than there are files to open: the others wait in the
/// system's queue. Without that, the database, the index and the log would run out of files too.
@Component
class FewFiles implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final int MOST = 8_192;
  private static final int MANY = 500;
  private static final int FEWEST = 16;
  private static final int SHORT = 2_000;
  private static final int LONG = 20_000;

  /// What else is opened at work: connections to the database and to sources, segments.
  private static final int RESERVE = 96;

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      int most =
          connections(system.getMaxFileDescriptorCount(), system.getOpenFileDescriptorCount());
      factory.addConnectorCustomizers(
          connector -> {
            connector.setProperty("maxConnections", Integer.toString(most));
            connector.setProperty("keepAliveTimeout", Integer.toString(patience(most)));
          });
    }
  }

  /* Where places are few, nobody keeps one for long without asking for anything; in ms. */
  private static int patience(int places) {
    return places < MANY ? SHORT : LONG;
  }

  /// How many connections fit.
  ///
  /// @param limit files that this process may have open
  /// @param open files that it has open already
  static int connections(long limit, long open) {
    return Math.clamp(limit - open - RESERVE, FEWEST, MOST);
  }
}

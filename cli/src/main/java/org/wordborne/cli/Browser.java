package org.wordborne.cli;

import java.io.IOException;
import java.util.Locale;

/// Opens an address in the browser of the person who sits here, if there is one.
final class Browser {
  private Browser() {}

  static void open(String address) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String opener = system.startsWith("mac") ? "open" : "xdg-open";
    try {
      new ProcessBuilder(opener, address)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noBrowser) {
      System.err.println("wordborne: no browser could be opened; the address is " + address);
    }
  }
}

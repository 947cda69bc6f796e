package org.wordborne.cli.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The machine's own Chromium; none is ever downloaded.
final class Chromium {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private Chromium() {}

  static Browser launch(Playwright playwright) {
    var options = new LaunchOptions().setExecutablePath(found()).setArgs(QUIET);
    return playwright.chromium().launch(options);
  }

  private static Path found() {
    String told = System.getenv().getOrDefault("WORDBORNE_CHROMIUM", "/usr/bin/chromium");
    String path = System.getenv().getOrDefault("PATH", "");
    Stream<Path> onPath =
        Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, "chromium"));
    return Stream.concat(Stream.of(Path.of(told)), onPath)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "the stories need Chromium: ./check installs it, or apt-get install chromium,"
                        + " or name its file in WORDBORNE_CHROMIUM"));
  }
}

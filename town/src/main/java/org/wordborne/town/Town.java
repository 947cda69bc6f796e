package org.wordborne.town;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// Alderwick, opened on a folder: its past, its living channels on loopback, and its books.
///
/// Safe for use by many threads. The same folder continues the same town: ids stay, and what was
/// said before the last stop is not said again.
public final class Town implements AutoCloseable {

  /// Opens the town of `options.folder()`, or founds it there.
  ///
  /// @throws java.io.UncheckedIOException if the folder cannot be read or written
  public static Town open(TownOptions options) {
    throw new UnsupportedOperationException();
  }

  /// Opens every channel and lets people talk from now on.
  ///
  /// @return the places, the same on each call
  public List<TownPlace> start() {
    throw new UnsupportedOperationException();
  }

  /// Lets the webhook place called `name` deliver its words to `webhookUrl`, signed with `secret`
  /// (`whsec_…`), and take answers signed with it. What it could not deliver waits and is tried
  /// again. Calling it again replaces the address.
  public void connect(String name, URI webhookUrl, String secret) {
    throw new UnsupportedOperationException();
  }

  /// The days before the town was founded, oldest first: one line of the import format each, with
  /// the extra field `source` (the place's name). The channels serve the same ids.
  public Stream<String> historyLines() {
    throw new UnsupportedOperationException();
  }

  /// Where the books are: JSON Lines at `/book`, places at `/places`, `POST /connect`.
  public URI controlUrl() {
    throw new UnsupportedOperationException();
  }

  /// `count` lines of the import format, fast and without a town around them.
  public static Stream<String> generate(long seed, long count) {
    throw new UnsupportedOperationException();
  }

  /// Falls silent: ends talk, deliveries and channels, and keeps the diary.
  @Override
  public void close() {}
}

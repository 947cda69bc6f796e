package org.wordborne.server;

import org.jspecify.annotations.Nullable;

/// A server that answers; closing it stops it and its database in order.
public interface RunningServer extends AutoCloseable {
  /// Where it answers, as `http://127.0.0.1:8080`.
  String url();

  /// Where a person begins: [#url] with the one-time code in the fragment while one is waiting.
  String address();

  /// The code that makes the owner (or, in a demo, signs in); null when there is none.
  @Nullable String oneTimeCode();

  /// A token with all rights, for programs on this machine; it ends with the server.
  String token();

  /// A part of the server, for those who run in the same JVM.
  <T> T bean(Class<T> type);

  /// Waits until something stops the server.
  void await() throws InterruptedException;

  @Override
  void close();
}

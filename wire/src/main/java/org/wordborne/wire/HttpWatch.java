package org.wordborne.wire;

/// Is told when an exchange begins and ends, never with whom or of what.
public interface HttpWatch {
  /// Nobody is told.
  HttpWatch NOBODY =
      _ ->
          new Watched() {
            @Override
            public void answered(int status) {}

            @Override
            public void close() {}
          };

  /// An exchange under way; closed at its end, also where no answer came.
  interface Watched extends AutoCloseable {
    /// There is an answer.
    void answered(int status);

    @Override
    void close();
  }

  /// An exchange begins.
  Watched begin(String method);
}

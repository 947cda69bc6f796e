package org.wordborne.server.workspace.trace;

/// Takes spans. Spans that are opened within another on the same thread are its children.
///
/// ```java
/// try (Traces.Span span = traces.open(Kind.INSIDE, "transaction")) { … }
/// ```
public interface Traces {
  /// Tells nobody, and costs a call.
  Traces OFF = new NoTraces();

  /// On which side of a call a span is; numbers as OTLP has them.
  enum Kind {
    /// Within this program.
    INSIDE(1),
    /// Of who was asked.
    SERVER(2),
    /// Of who asks.
    CLIENT(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  /// A piece of work under way.
  interface Span extends AutoCloseable {
    /// Names it anew: what answers a request is known at its end.
    void name(String name);

    /// Adds a fact of the program's own: a method, a status.
    void fact(String name, String value);

    /// Says that it did not succeed.
    void failed();

    @Override
    void close();
  }

  /// Opens a span on this thread.
  Span open(Kind kind, String name);

  /// Opens one whose parent another program is, by its header `traceparent` (W3C); what is not one
  /// is passed over.
  Span open(Kind kind, String name, String traceparent);

  /// How many spans were not sent.
  long lost();
}

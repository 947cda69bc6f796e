package org.wordborne.server.workspace.trace;

import org.wordborne.server.workspace.trace.Traces.Kind;
import org.wordborne.wire.HttpWatch;

/// A span for each call out: method and status, and never to whom. Who is called is not told of
/// the trace either.
public final class CallTraces implements HttpWatch {
  private final Traces traces;

  /// Opens its spans in `traces`.
  public CallTraces(Traces traces) {
    this.traces = traces;
  }

  @Override
  public Watched begin(String method) {
    Traces.Span span = traces.open(Kind.CLIENT, "call out");
    span.fact("http.request.method", method);
    return new Call(span);
  }

  private static final class Call implements Watched {
    private final Traces.Span span;
    private boolean answered;

    Call(Traces.Span span) {
      this.span = span;
    }

    @Override
    public void answered(int status) {
      answered = true;
      span.fact("http.response.status_code", Integer.toString(status));
    }

    @Override
    public void close() {
      if (!answered) {
        span.failed();
      }
      span.close();
    }
  }
}

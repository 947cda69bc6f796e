package org.wordborne.server.workspace.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wordborne.server.workspace.RequestPath;

/// Ends bodies that are larger than what is asked for takes, whether they say so beforehand or
/// not. An import has no limit: it is read as a stream and never whole.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BodyLimit extends OncePerRequestFilter {
  private static final long USUAL = 1 << 20;
  private static final long HOOK = 10 << 20;
  private static final long REPORT = 64 << 10;
  private static final long FORM = 64 << 10;

  /// A body was larger than it may be.
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
      super("the body is larger than " + size(limit));
    }
  }

  private static String size(long bytes) {
    return bytes < USUAL ? (bytes >> 10) + " kB" : (bytes >> 20) + " MB";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = limit(RequestPath.of(request));
    if (request.getContentLengthLong() > limit) {
      Refusal.send(response, 413, "Content Too Large", new TooLargeException(limit).getMessage());
      return;
    }
    if (limit == Long.MAX_VALUE) {
      chain.doFilter(request, response);
      return;
    }
    try {
      chain.doFilter(new Limited(request, limit), response);
    } catch (TooLargeException tooLarge) { // read before any controller was reached
      Refusal.send(response, 413, "Content Too Large", tooLarge.getMessage());
    }
  }

  private static long limit(String path) {
    if (path.equals("/api/v1/imports")) {
      return Long.MAX_VALUE;
    }
    if (path.equals(PolicyReports.PATH)) {
      return REPORT;
    }
    if (path.startsWith("/p/")) {
      return FORM;
    }
    return path.startsWith("/hooks/") ? HOOK : USUAL;
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final long limit;

    Limited(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class LimitedStream extends ServletInputStream {
    private final ServletInputStream body;
    private final long limit;
    private long read;

    LimitedStream(ServletInputStream body, long limit) {
      this.body = body;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = body.read(into, from, length);
      count(got);
      return got;
    }

    private void count(int more) throws TooLargeException {
      read += Math.max(0, more);
      if (read > limit) {
        throw new TooLargeException(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}

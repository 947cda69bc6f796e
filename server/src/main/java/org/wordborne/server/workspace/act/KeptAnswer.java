package org.wordborne.server.workspace.act;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/// An answer that is kept before it is sent; one that is a stream is sent while it is kept.
final class KeptAnswer extends HttpServletResponseWrapper {
  private static final int MOST = 1 << 20;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final boolean stream;
  private final Copy out = new Copy();
  private final PrintWriter writer =
      new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
  private boolean tooLong;

  KeptAnswer(HttpServletResponse response, boolean stream) {
    super(response);
    this.stream = stream;
  }

  /// What was answered; empty if it is too long to be kept.
  Optional<ActKeys.Answer> answer() {
    writer.flush();
    return tooLong
        ? Optional.empty()
        : Optional.of(
            new ActKeys.Answer(
                getStatus(),
                getContentType(),
                getHeader(HttpHeaders.LOCATION),
                kept.toByteArray()));
  }

  /// Sends what was held back.
  void send() throws IOException {
    writer.flush();
    if (!stream && kept.size() > 0) {
      getResponse().getOutputStream().write(kept.toByteArray());
    }
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return out;
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public void flushBuffer() throws IOException {
    if (stream) {
      super.flushBuffer();
    }
  }

  @Override
  public void resetBuffer() {
    kept.reset();
    super.resetBuffer();
  }

  @Override
  public void reset() {
    kept.reset();
    super.reset();
  }

  private final class Copy extends ServletOutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (stream) {
        getResponse().getOutputStream().write(bytes, from, length);
      }
      tooLong |= kept.size() + length > MOST;
      if (!stream || !tooLong) {
        kept.write(bytes, from, length);
      }
    }

    @Override
    public void flush() throws IOException {
      if (stream) {
        getResponse().getOutputStream().flush();
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("this answer is written at once");
    }
  }
}

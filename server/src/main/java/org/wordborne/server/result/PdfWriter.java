package org.wordborne.server.result;

import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.wordborne.server.workspace.ConflictException;

/// Makes a PDF of markup of ours. It asks nobody for anything: every address is refused, and the
/// one typeface comes with the program and goes into the file.
final class PdfWriter {
  private static final int MOST_CHARS = 1 << 20;
  private static final int MISSING = 0x25a1;
  private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);
  private static final long PATIENCE_SECONDS = 30;

  private PdfWriter() {}

  /// Read when the first paper is made, not when the server starts.
  private static final class Held {
    private static final OneTypeface TYPEFACE = new OneTypeface();

    private Held() {}

    static {
      XRLog.setLoggingEnabled(false);
      FontMappers.set(TYPEFACE);
    }
  }

  /// Lays out well-formed markup, which has no letters that the typeface lacks.
  static byte[] pdf(String markup) {
    if (markup.length() > MOST_CHARS) {
      throw new ConflictException("A report of more than a million characters makes no PDF.");
    }
    try {
      if (!ONE_AT_A_TIME.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new ConflictException("Another PDF is being made. Try again in a moment.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConflictException("Wordborne is about to stop.");
    }
    try {
      return written(markup);
    } catch (IOException e) {
      throw new UncheckedIOException("The PDF could not be made.", e);
    } finally {
      ONE_AT_A_TIME.release();
    }
  }

  private static byte[] written(String markup) throws IOException {
    OneTypeface typeface = Held.TYPEFACE;
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    FSStreamFactory refused =
        address -> {
          throw new IllegalStateException("a report fetches nothing, not " + address);
        };
    builder.useProtocolsStreamImplementation(
        refused, "http", "https", "file", "jar", "data", "ftp");
    builder.useUriResolver((base, address) -> null);
    builder.useFont(typeface::stream, "Report", 400, FontStyle.NORMAL, true);
    builder.withHtmlContent(markup, null);
    builder.withProducer("Wordborne");
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  /// The text with a hollow square for each letter that the typeface lacks.
  static String drawable(String text) {
    OneTypeface typeface = Held.TYPEFACE;
    var safe = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c < ' ' || typeface.has(c) ? c : MISSING)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }
}

package org.wordborne.server.workspace.account;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.wordborne.server.workspace.BadInputException;

/// A picture that was sent, made anew: decoded and written as PNG, so that nothing but its dots is
/// kept. Only PNG and JPEG are read; its size is looked at before a dot is. One is decoded at a
/// time, so that many at once take no more memory than one.
final class Logo {
  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_DOTS = 1_000;
  private static final int HEIGHT = 96;
  private static final int WIDTH = 480;
  private static final Set<String> FORMATS = Set.of("png", "jpeg");

  private Logo() {}

  /// The picture as PNG, at most 480 by 96.
  ///
  /// @throws BadInputException if it is too large, or no such picture
  static synchronized byte[] checked(byte[] sent) {
    if (sent.length > MOST_BYTES) {
      throw new BadInputException("logo", sent.length, "at most 256 kB are taken");
    }
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
      BufferedImage image = read(stream);
      if (image == null) {
        throw wrong();
      }
      var out = new ByteArrayOutputStream();
      ImageIO.write(smaller(image), "png", out);
      return out.toByteArray();
    } catch (IOException | RuntimeException broken) {
      if (broken instanceof BadInputException refused) {
        throw refused;
      }
      throw wrong();
    }
  }

  private static @Nullable BufferedImage read(ImageInputStream stream) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      return null;
    }
    ImageReader reader = readers.next();
    try {
      if (!FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
        return null;
      }
      reader.setInput(stream, true, true);
      if (reader.getWidth(0) > MOST_DOTS || reader.getHeight(0) > MOST_DOTS) {
        throw new BadInputException(
            "logo",
            Math.max(reader.getWidth(0), reader.getHeight(0)),
            "at most " + MOST_DOTS + " dots wide and high");
      }
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage smaller(BufferedImage image) {
    double scale =
        Math.min(
            1, Math.min((double) HEIGHT / image.getHeight(), (double) WIDTH / image.getWidth()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return drawn;
  }

  private static BadInputException wrong() {
    return new BadInputException("logo", null, "a PNG or JPEG picture is needed");
  }
}

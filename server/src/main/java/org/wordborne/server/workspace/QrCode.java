package org.wordborne.server.workspace;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// Codes for cameras, of an address: dark on white whatever the theme, with the quiet edge of four
/// modules that readers need.
public final class QrCode {
  private static final int QUIET = 4;
  private static final int DARK = 0x171a18;
  private static final int WHITE = 0xffffff;

  private QrCode() {}

  /// The code as a drawing of its own, to be served as `image/svg+xml`.
  public static String svg(String text) {
    BitMatrix modules = modules(text);
    int size = modules.getWidth();
    var path = new StringBuilder();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" width=\"%2$d\" height=\"%2$d\" shape-rendering=\"crispEdges\"><rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/><path fill=\"#171a18\" d=\"%3$s\"/></svg>"
        .formatted(size, size * QUIET, path);
  }

  /// The code as a PNG of at least so many pixels at each side that every module is whole.
  public static byte[] png(String text, int pixels) {
    BitMatrix modules = modules(text);
    int module = Math.max(1, Math.ceilDiv(pixels, modules.getWidth()));
    int size = modules.getWidth() * module;
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, modules.get(x / module, y / module) ? DARK : WHITE);
      }
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN,
                  QUIET,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8"));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a code: " + text.length() + " letters", e);
    }
  }
}

package org.wordborne.cli.story;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/// A picture in at most 256 colours, so that those of the documents weigh little: the colours that
/// cover most are kept as they are, every other pixel takes the nearest of them.
final class SmallPicture {
  private static final int MOST_COLOURS = 256;
  private static final int WITHOUT_ALPHA = 0xFFFFFF;

  private SmallPicture() {}

  static byte[] of(byte[] png) {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(small(ImageIO.read(new ByteArrayInputStream(png))), "png", out);
      return out.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static BufferedImage small(BufferedImage whole) {
    int width = whole.getWidth();
    int height = whole.getHeight();
    int[] pixels = whole.getRGB(0, 0, width, height, null, 0, width);
    int[] palette = palette(pixels);
    var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
    var small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    var nearest = new HashMap<Integer, Integer>();
    for (int i = 0; i < pixels.length; i++) {
      int place = nearest.computeIfAbsent(pixels[i], colour -> nearest(colour, palette));
      small.getRaster().setSample(i % width, i / width, 0, place);
    }
    return small;
  }

  private static int[] palette(int[] pixels) {
    var counts = new HashMap<Integer, Integer>();
    for (int pixel : pixels) {
      counts.merge(pixel & WITHOUT_ALPHA, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_COLOURS)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  private static int nearest(int colour, int[] palette) {
    int best = 0;
    for (int i = 1; i < palette.length; i++) {
      if (distance(colour, palette[i]) < distance(colour, palette[best])) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 255) - (other >> 16 & 255);
    int green = (one >> 8 & 255) - (other >> 8 & 255);
    int blue = (one & 255) - (other & 255);
    return red * red + green * green + blue * blue;
  }
}

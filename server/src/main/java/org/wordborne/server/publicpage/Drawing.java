package org.wordborne.server.publicpage;

import java.util.Locale;

/// A small drawing for a public page: lines, areas, marks and words, whose colours are the
/// stylesheet's, by class, so that they follow the theme.
public final class Drawing {
  private final StringBuilder out = new StringBuilder(1024);

  private Drawing() {}

  /// An empty drawing with the words that stand for it where it is not seen.
  public static Drawing of(int width, int height, String words) {
    var drawing = new Drawing();
    drawing.out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">"
            .formatted(width, height, width, height, Html.escape(words)));
    return drawing;
  }

  /// A line through points, given as x, y, x, y; `style` is a class, as `line` or `model`.
  public Drawing line(String style, double... points) {
    return shape("polyline", style, points);
  }

  /// A filled area around points.
  public Drawing area(String style, double... points) {
    return shape("polygon", style, points);
  }

  private Drawing shape(String tag, String style, double... points) {
    out.append('<').append(tag).append(" class=\"").append(Html.escape(style));
    out.append("\" points=\"");
    for (double one : points) {
      out.append(number(one)).append(' ');
    }
    out.append("\"/>");
    return this;
  }

  /// A round mark.
  public Drawing dot(String style, double x, double y, double radius) {
    out.append("<circle class=\"").append(Html.escape(style)).append("\" cx=\"");
    out.append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"");
    out.append(number(radius)).append("\"/>");
    return this;
  }

  /// Words; `style` may hold `end` or `middle` for how they lie at x.
  public Drawing words(String style, double x, double y, String text) {
    out.append("<text class=\"").append(Html.escape(style)).append("\" x=\"").append(number(x));
    out.append("\" y=\"").append(number(y)).append("\">").append(Html.escape(text));
    out.append("</text>");
    return this;
  }

  String markup() {
    return out + "</svg>";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}

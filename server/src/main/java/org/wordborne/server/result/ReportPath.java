package org.wordborne.server.result;

import java.time.LocalDate;
import org.wordborne.server.publicpage.Drawing;
import org.wordborne.server.result.effect.EffectPoint;
import org.wordborne.server.result.effect.EffectView;

/// The path of an effect as a drawing: what was heard, and dashed what would have been.
final class ReportPath {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 220;
  private static final int LEFT = 34;
  private static final int RIGHT = 92;
  private static final int BOTTOM = 24;

  private ReportPath() {}

  static Drawing of(ReportTexts texts, EffectView effect, LocalDate begin) {
    var path = effect.path();
    double most =
        path.stream().mapToDouble(p -> Math.max(p.actual(), p.otherwise())).max().orElse(1);
    double top = Math.max(1, most * 1.1);
    var drawing = Drawing.of(WIDTH, HEIGHT, texts.say("effect." + effect.measure()));
    double[] actual = new double[path.size() * 2];
    double[] otherwise = new double[path.size() * 2];
    double start = LEFT;
    for (int i = 0; i < path.size(); i++) {
      EffectPoint point = path.get(i);
      double x = LEFT + (double) (WIDTH - LEFT - RIGHT) * i / Math.max(1, path.size() - 1);
      actual[2 * i] = otherwise[2 * i] = x;
      actual[2 * i + 1] = y(point.actual(), top);
      otherwise[2 * i + 1] = y(point.otherwise(), top);
      if (point.time().equals(begin.toString())) {
        start = x;
      }
    }
    drawing.line("grid", LEFT, y(0, top), (double) WIDTH - RIGHT, y(0, top));
    drawing.line("quiet", start, 8, start, y(0, top));
    drawing.line("model", otherwise).line("line", actual);
    drawing.words("end", start - 8, 14, texts.day(begin));
    double last = y(path.getLast().actual(), top);
    double other = y(path.getLast().otherwise(), top);
    boolean close = Math.abs(last - other) < 14;
    double right = WIDTH - RIGHT + 8.0;
    drawing.words(
        "strong",
        right,
        close ? other + (last < other ? -10 : 18) : last + 4,
        texts.say("path.heard"));
    drawing.words("quiet", right, other + 4, texts.say("path.otherwise"));
    drawing.words("end", LEFT - 6.0, y(0, top) + 4, "0");
    drawing.words("end", LEFT - 6.0, y(most, top) + 4, texts.number(most, 0));
    return drawing.words(
        "start", LEFT, HEIGHT - 6.0, texts.day(LocalDate.parse(path.getFirst().time())));
  }

  private static double y(double value, double top) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - 10.0) * Math.max(0, value) / top;
  }
}

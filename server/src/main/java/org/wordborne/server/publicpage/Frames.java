package org.wordborne.server.publicpage;

/// What stands above and below a public page.
final class Frames {
  private static final String SIGN =
      "<svg viewBox=\"0 0 20 24\" width=\"20\" height=\"24\" aria-hidden=\"true\"><path d=\"M3 4.5h14v10H9l-4 4v-4H3z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\" stroke-linejoin=\"round\"/></svg>";

  private Frames() {}

  static String head(PublicFrame frame) {
    boolean german = frame.language().startsWith("de");
    var head = new StringBuilder(1024);
    head.append("<!DOCTYPE html>\n<html lang=\"").append(Html.escape(frame.language()));
    head.append("\"><head><meta charset=\"utf-8\"/>");
    head.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
    head.append("<meta name=\"color-scheme\" content=\"light dark\"/>");
    if (!frame.index()) {
      head.append("<meta name=\"robots\" content=\"noindex\"/>");
    }
    head.append("<title>").append(Html.escape(title(frame))).append("</title>");
    head.append("<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\"/>");
    head.append("<link rel=\"stylesheet\" href=\"/p/style.css\"/></head><body class=\"pub\">");
    head.append("<a class=\"skip\" href=\"#main\">");
    head.append(german ? "Zum Inhalt" : "Skip to the page").append("</a>");
    head.append("<header><span class=\"lant\">").append(SIGN).append("<bdi>");
    head.append(Html.escape(frame.brand())).append("</bdi></span>");
    if (!frame.crumbs().isEmpty()) {
      head.append("<nav class=\"small qq\" aria-label=\"");
      head.append(german ? "Auch hier" : "Also here").append("\">");
      frame.crumbs().forEach(crumb -> head.append(crumb(crumb)));
      head.append("</nav>");
    }
    return head.append("</header><main id=\"main\">").toString();
  }

  static String foot(PublicFrame frame) {
    String words =
        frame.language().startsWith("de")
            ? "Diese Seite setzt kein Cookie und lädt nichts von anderen."
            : "This page sets no cookie and loads nothing from others.";
    return "<footer class=\"small qq\">" + words + "</footer>";
  }

  private static String title(PublicFrame frame) {
    return frame.brand().isEmpty() ? frame.title() : frame.title() + " · " + frame.brand();
  }

  private static String crumb(Crumb crumb) {
    return "<a href=\"%s\">%s</a>"
        .formatted(Html.escape(PublicAnswers.own(crumb.path())), Html.escape(crumb.text()));
  }
}

package org.wordborne.server.publicpage;

import java.util.Map;

/// The fields of a form, each with its own words above it; made by `Html.form`.
public final class PublicForm {
  private final StringBuilder out = new StringBuilder(1024);
  private int fields;

  /* No two forms of a page share an id, or a label would name the field of another. */
  PublicForm(int before) {
    fields = before;
  }

  int fields() {
    return fields;
  }

  /// How a field is filled: its kind, what stands in it, and whether it must be filled.
  ///
  /// @param type as `text`, `email`, `number`, `date`, `password`
  /// @param note a sentence below it; may be empty
  /// @param most letters it takes
  /// @param fill what the browser may fill in, as `name`, `email`, `off`
  public record Field(
      String type, String value, String note, boolean needed, int most, String fill) {
    /// A line of text that must be filled.
    public static Field text() {
      return new Field("text", "", "", true, 200, "off");
    }

    /// An address for mail that must be filled.
    public static Field mail() {
      return new Field("email", "", "", true, 254, "email");
    }

    /// The same with something in it already.
    public Field with(String value) {
      return new Field(type, value, note, needed, most, fill);
    }

    /// The same, with a sentence below it.
    public Field noted(String note) {
      return new Field(type, value, note, needed, most, fill);
    }

    /// The same, which may stay empty.
    public Field free() {
      return new Field(type, value, note, false, most, fill);
    }
  }

  /// A value that is sent along unseen.
  public PublicForm hidden(String name, String value) {
    out.append("<input type=\"hidden\" name=\"").append(Html.escape(name)).append("\" value=\"");
    out.append(Html.escape(value)).append("\"/>");
    return this;
  }

  /// A line to fill.
  public PublicForm field(String name, String label, Field field) {
    String id = label(label);
    out.append("<input class=\"inp\" id=\"").append(id).append("\" name=\"");
    out.append(Html.escape(name)).append("\" type=\"").append(Html.escape(field.type()));
    out.append("\" value=\"").append(Html.escape(field.value())).append("\" maxlength=\"");
    out.append(field.most()).append("\" autocomplete=\"").append(Html.escape(field.fill()));
    out.append('"').append(needed(field.needed()));
    end(id, field.note());
    return this;
  }

  /// A box for several lines.
  public PublicForm area(String name, String label, Field field) {
    String id = label(label);
    out.append("<textarea class=\"inp\" rows=\"4\" id=\"").append(id).append("\" name=\"");
    out.append(Html.escape(name)).append("\" maxlength=\"").append(field.most()).append('"');
    out.append(needed(field.needed()));
    if (!field.note().isEmpty()) {
      out.append(" aria-describedby=\"").append(id).append("n\"");
    }
    out.append('>').append(Html.escape(field.value())).append("</textarea>");
    note(id, field.note());
    out.append("</div>");
    return this;
  }

  /// One of several: value and words of each.
  public PublicForm choice(String name, String label, Map<String, String> choices, String chosen) {
    String id = label(label);
    out.append("<select class=\"inp\" id=\"").append(id).append("\" name=\"");
    out.append(Html.escape(name)).append("\">");
    choices.forEach(
        (value, words) -> {
          out.append("<option value=\"").append(Html.escape(value)).append('"');
          out.append(value.equals(chosen) ? " selected=\"selected\">" : ">");
          out.append(Html.escape(words)).append("</option>");
        });
    out.append("</select></div>");
    return this;
  }

  /// A box to tick; never ticked beforehand.
  public PublicForm tick(String name, String label, boolean needed) {
    return tick(name, label, needed, false);
  }

  /// The same, ticked only where they had ticked it themselves in a form that was refused.
  public PublicForm tick(String name, String label, boolean needed, boolean ticked) {
    String id = "f" + ++fields;
    out.append("<div class=\"tick\"><input type=\"checkbox\" value=\"yes\" id=\"").append(id);
    out.append("\" name=\"").append(Html.escape(name)).append('"').append(needed(needed));
    out.append(ticked ? " checked=\"\"" : "");
    out.append("/><label for=\"").append(id).append("\">").append(Html.escape(label));
    out.append("</label></div>");
    return this;
  }

  /// A sentence between fields.
  public PublicForm p(String text) {
    out.append("<p class=\"small q\">").append(Html.escape(text)).append("</p>");
    return this;
  }

  /// The button that sends the form.
  public PublicForm send(String label) {
    out.append("<button class=\"btn go\" type=\"submit\">").append(Html.escape(label));
    out.append("</button>");
    return this;
  }

  /// A further button that sends the form with a word of its own.
  public PublicForm send(String label, String name, String value) {
    return button(label, name, value, "");
  }

  /// A button for a deed that needs no field, as a no: what is missing in the form keeps nobody
  /// from it.
  public PublicForm quiet(String label, String name, String value) {
    return button(label, name, value, " formnovalidate=\"\"");
  }

  private PublicForm button(String label, String name, String value, String more) {
    out.append("<button class=\"btn\" type=\"submit\" name=\"").append(Html.escape(name));
    out.append("\" value=\"").append(Html.escape(value)).append('"').append(more).append('>');
    out.append(Html.escape(label)).append("</button>");
    return this;
  }

  String markup() {
    return out.toString();
  }

  private String label(String label) {
    String id = "f" + ++fields;
    out.append("<div class=\"field\"><label for=\"").append(id).append("\">");
    out.append(Html.escape(label)).append("</label>");
    return id;
  }

  private void end(String id, String note) {
    if (!note.isEmpty()) {
      out.append(" aria-describedby=\"").append(id).append("n\"");
    }
    out.append("/>");
    note(id, note);
    out.append("</div>");
  }

  private void note(String id, String note) {
    if (!note.isEmpty()) {
      out.append("<p class=\"small q\" id=\"").append(id).append("n\">");
      out.append(Html.escape(note)).append("</p>");
    }
  }

  private static String needed(boolean needed) {
    return needed ? " required=\"\"" : "";
  }
}

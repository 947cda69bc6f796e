package org.wordborne.server.publicpage;

import java.util.Map;
import org.wordborne.server.publicpage.PublicForm.Field;

/// What somebody sent by a form that could not be taken: the form is shown again with it, so that
/// nothing has to be typed twice.
///
/// @param sent fields by name
/// @param why what would be right; "" where nothing was refused
public record Refused(Map<String, String> sent, String why) {
  /// Nothing was refused.
  public static final Refused NOTHING = new Refused(Map.of(), "");

  /// Copies the fields.
  public Refused {
    sent = Map.copyOf(sent);
  }

  /// The form as it was sent, refused for this reason.
  public static Refused of(Posted posted, String why) {
    return new Refused(posted.fields(), why);
  }

  /// A field as it was sent; "" if it was not.
  public String get(String name) {
    return sent.getOrDefault(name, "");
  }

  /// Whether a box was ticked.
  public boolean ticked(String name) {
    return !get(name).isEmpty();
  }

  /// The field with what was typed into it.
  public Field fill(String name, Field field) {
    return field.with(sent.getOrDefault(name, field.value()));
  }

  /// Says on the page why; says nothing where nothing was refused.
  public void tell(Html page) {
    if (!why.isEmpty()) {
      page.answer("bad", it -> it.p(why));
    }
  }
}

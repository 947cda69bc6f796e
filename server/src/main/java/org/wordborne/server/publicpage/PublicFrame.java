package org.wordborne.server.publicpage;

import java.util.List;

/// What stands around a public page.
///
/// @param title of the window, without the brand
/// @param brand whose page it is, in the head; may be empty
/// @param language of the page's own words, as `en` or `de`
/// @param crumbs links at the right of the head
/// @param index whether search engines may keep it
public record PublicFrame(
    String title, String brand, String language, List<Crumb> crumbs, boolean index) {
  /// Copies the list.
  public PublicFrame {
    crumbs = List.copyOf(crumbs);
  }

  /// A page that no search engine keeps and that links nowhere.
  public static PublicFrame of(String title, String brand, String language) {
    return new PublicFrame(title, brand, language, List.of(), false);
  }
}

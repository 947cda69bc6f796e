package org.wordborne.server.publicpage;

/// Something a client is asked to approve under `/p/a/`; a bean for each kind of link.
public interface ClientAsk {
  /// The kind of `ClientLinks.make` that this answers.
  String kind();

  /// The page: what is asked, or what was decided.
  Html show(Door door, ClientVisit visit);

  /// Takes what the client sent; afterwards the page is shown anew.
  ///
  /// @return whether they answered what stands there now; else nothing was taken, and the page
  ///     says so
  /// @throws org.wordborne.server.workspace.BadInputException if a field is not as it must be: the
  ///     page is shown again with what was typed
  boolean answer(Door door, Posted posted);

  /// What a page needs to know of the one who opened it.
  ///
  /// @param action where its form is sent
  /// @param formToken for `Html.form`
  /// @param german whether the page is written in German, else in English
  /// @param brand whose page it is
  /// @param stale whether they just answered something else than what stands there now
  /// @param refused what they just sent that was not taken
  record ClientVisit(
      String action,
      String formToken,
      boolean german,
      String brand,
      boolean stale,
      Refused refused) {
    /// The frame of a page of that title.
    public PublicFrame frame(String title) {
      return PublicFrame.of(title, brand, german ? "de" : "en");
    }

    /// Whichever of two wordings the page is written in.
    public String words(String english, String inGerman) {
      return german ? inGerman : english;
    }
  }
}

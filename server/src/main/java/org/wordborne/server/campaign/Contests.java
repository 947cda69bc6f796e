package org.wordborne.server.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.effect.Entry;
import org.wordborne.effect.Prize;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;

/// What a draw needs of a contest, and what the contest learns of its draw.
///
/// A contest has the id of its campaign.
public interface Contests {

  /// What is sealed.
  ///
  /// @param lacks why it may not be sealed yet, in sentences for the person who asks; empty when
  ///     it may: still open, flags nobody decided, nothing to win, no rules
  /// @param entries every entry, those included that may not win
  /// @param prizes in the order in which places are given
  /// @param rules hash of the text of the rules, SHA-256 in hexadecimal
  /// @param prizeNames what each prize is called, in the order of `prizes`
  record Sealable(
      String name,
      Instant closesAt,
      List<String> lacks,
      List<Entry> entries,
      List<Prize> prizes,
      List<String> prizeNames,
      int alternates,
      boolean onePerGroup,
      String rules) {}

  /// A place of the draw.
  ///
  /// @param prize id of the prize; null for an alternate
  /// @param code the entry's
  record Drawn(int place, @Nullable String prize, String code) {}

  /// Reads what would be sealed, and holds the contest's row until `tx` ends.
  ///
  /// @throws org.wordborne.server.workspace.NotFoundException if the campaign has no contest
  Sealable sealable(Scope scope, JdbcClient tx, UUID contest);

  /// Learns in the transaction of the seal that from now on no entry comes and none changes.
  ///
  /// @param by who sealed
  void sealed(SignedIn by, JdbcClient tx, UUID contest, Instant at);

  /// Learns who was drawn: the pieces of the prizes are kept for them, the alternates stand by.
  void drawn(Scope scope, JdbcClient tx, UUID contest, List<Drawn> places);

  /// The name an entrant chose to be shown by; null where none was chosen or none is left.
  @Nullable String shownName(Scope scope, UUID contest, String code);
}

package org.wordborne.server.campaign;

import java.util.Map;
import java.util.UUID;
import org.wordborne.server.workspace.Scope;

/// A room that knows facts of a campaign by itself, as a contest its prizes; what it tells stands
/// above what was typed.
public interface FactTeller {
  /// Facts by name, as in `docs/campaigns.md`; none if it knows nothing of that campaign. Values
  /// are texts, whole numbers, booleans and lists of texts.
  Map<String, Object> facts(Scope scope, UUID campaign);
}

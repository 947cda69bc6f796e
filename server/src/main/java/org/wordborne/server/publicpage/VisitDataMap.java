package org.wordborne.server.publicpage;

import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.DataMapped;

/// Visits are counted under a key that is thrown away with its day: nobody can be found by them.
@Component
final class VisitDataMap implements DataMapped {
  @Override
  public String name() {
    return "public pages";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of(
                "from which network address a link was followed, as a hash of one day",
                "link_visit.address_hash",
                "link_visit.code",
                "link_key.key")
            .whose("who follows a link of ours")
            .from("their visit")
            .serves("to count visitors without a cookie", INTEREST)
            .seenBy("nobody")
            .kept("the day; then the key is thrown away and sums stay")
            .erasedBy("public pages"),
        notPersonal("sums by day", "link_day.code"),
        notPersonal(
            "where links of ours lead", "short_link.code", "short_link.target", "short_link.kind"),
        notPersonal(
            "addresses of our pages, closed or as hashes",
            "public_door.hash",
            "public_door.kind",
            "public_door.sealed",
            "client_link.hash",
            "client_link.kind"));
  }
}

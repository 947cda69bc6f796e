package org.wordborne.server.workspace;

import static org.wordborne.server.workspace.personal.DataMapRow.CONTRACT;
import static org.wordborne.server.workspace.personal.DataMapRow.DUTY;
import static org.wordborne.server.workspace.personal.DataMapRow.INTEREST;
import static org.wordborne.server.workspace.personal.DataMapRow.notPersonal;
import static org.wordborne.server.workspace.personal.DataMapRow.of;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.personal.DataMapRow;
import org.wordborne.server.workspace.personal.DataMapped;

/// Those who work here, the books they sign, and what is kept of who asked to be forgotten. Of
/// people outside it holds marks only.
@Component
final class AccountDataMap implements DataMapped {
  @Override
  public String name() {
    return "accounts";
  }

  @Override
  public List<DataMapRow> map() {
    return List.of(
        of("who works here", "account.*", "member.*", "sign_in.*", "api_token.*", "invitation.*")
            .whose("our people")
            .from("themselves, or who invited them")
            .serves("to let them in and show who did what", CONTRACT)
            .seenBy("manage")
            .kept("until their account is removed")
            .erasedBy("accounts"),
        of("who wrote a line of a signed book", "journal_line.*")
            .whose("our people")
            .from("their account")
            .serves(
                "to show who decided what; a line holds no word and no name of the public", DUTY)
            .seenBy("audit")
            .kept("as long as the workspace")
            .erasedBy(""),
        of("who asked for what, until it is done", "privacy_request.*", "privacy_step.*")
            .whose("who asks for their data")
            .from("themselves")
            .serves("to do it within a month, and to show that it was done", DUTY)
            .seenBy("privacy")
            .kept("24 months, without a name once it is done")
            .erasedBy("requests"),
        of("marks of who is forgotten", "forgotten_mark.*")
            .whose("who asked to be forgotten")
            .from("their request")
            .serves("not to take them in again", DUTY)
            .seenBy("nobody")
            .kept("as long as the workspace; a mark tells nothing without the server's key")
            .erasedBy(""),
        of("who is not to be written to", "contact_block.*", "contact_block_mark.*")
            .whose("who asked not to be written to")
            .from("their request")
            .serves("not to write to them", DUTY)
            .seenBy("privacy")
            .kept("until they are taken off; without a name once they are forgotten")
            .erasedBy("requests"),
        of("movements of money, prizes and rewards by ids", "posting.*", "posting_account.*")
            .whose("who won or is owed something")
            .from("the contest or programme")
            .serves("to show what was promised and given", INTEREST)
            .seenBy("campaign")
            .kept("as long as the workspace; an id that is forgotten names nobody")
            .erasedBy(""),
        of(
                "second factors of our people, closed or as marks",
                "totp.*",
                "recovery_code.*",
                "passkey.*")
            .whose("our people")
            .from("themselves")
            .serves("to let in nobody else", CONTRACT)
            .seenBy("nobody")
            .kept("until they take the factor away")
            .erasedBy("accounts"),
        of(
                "links to the company's sign-in, and to a new password",
                "company_identity.*",
                "password_reset.*")
            .whose("our people")
            .from("the company's sign-in; their wish for a new password")
            .serves("to let in nobody else", CONTRACT)
            .seenBy("nobody")
            .kept("until they take the link away; a link to a new password half an hour")
            .erasedBy("accounts"),
        notPersonal("marks of tickets that were used", "ticket_used.*"),
        notPersonal("for how long words are kept", "retention.*"),
        notPersonal("which workspaces there are", "workspace_registry.*"),
        notPersonal("the brand, its names and places", "workspace.*"),
        notPersonal("facts about the whole server", "server_setting.*"),
        notPersonal("keys that sign books; the private one is closed", "journal_key.*"));
  }
}

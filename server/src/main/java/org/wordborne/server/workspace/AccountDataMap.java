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
        of(
                "who works here",
                "account.email",
                "account.name",
                "account.password_hash",
                "account.locale",
                "account.zone",
                "member.role",
                "member.state",
                "sign_in.hash",
                "sign_in.browser",
                "api_token.hash",
                "api_token.name",
                "api_token.scopes",
                "invitation.hash",
                "invitation.role",
                "invitation.email",
                "invitation.language")
            .whose("our people")
            .from("themselves, or who invited them")
            .serves("to let them in and show who did what", CONTRACT)
            .seenBy("manage")
            .kept("until their account is removed")
            .erasedBy("accounts"),
        of(
                "who wrote a line of a signed book",
                "journal_line.book",
                "journal_line.by_name",
                "journal_line.deed",
                "journal_line.facts",
                "journal_line.prev",
                "journal_line.hash",
                "journal_line.signature")
            .whose("our people")
            .from("their account")
            .serves(
                "to show who decided what; a line holds no word and no name of the public", DUTY)
            .seenBy("audit")
            .kept("as long as the workspace")
            .erasedBy(""),
        of(
                "who asked for what, until it is done",
                "privacy_request.kind",
                "privacy_request.about",
                "privacy_request.shown_by",
                "privacy_request.subject",
                "privacy_request.state",
                "privacy_request.step",
                "privacy_request.why",
                "privacy_request.remains",
                "privacy_request.made_name",
                "privacy_request.closed_name",
                "privacy_step.step")
            .whose("who asks for their data")
            .from("themselves")
            .serves("to do it within a month, and to show that it was done", DUTY)
            .seenBy("privacy")
            .kept("24 months after it is closed; without a name once they are forgotten")
            .erasedBy("requests"),
        of("marks of who is forgotten", "forgotten_mark.mark")
            .whose("who asked to be forgotten")
            .from("their request")
            .serves("not to take them in again", DUTY)
            .seenBy("nobody")
            .kept("as long as the workspace; a mark tells nothing without the server's key")
            .erasedBy(""),
        of(
                "who is not to be written to",
                "contact_block.label",
                "contact_block.reason",
                "contact_block.by_name",
                "contact_block_mark.mark")
            .whose("who asked not to be written to")
            .from("their request")
            .serves("not to write to them", DUTY)
            .seenBy("privacy")
            .kept("until they are taken off; without a name once they are forgotten")
            .erasedBy("requests"),
        of(
                "movements of money, prizes and rewards by ids",
                "posting.key",
                "posting.book",
                "posting.unit",
                "posting.from_account",
                "posting.to_account",
                "posting.why",
                "posting_account.book",
                "posting_account.unit",
                "posting_account.account")
            .whose("who won or is owed something")
            .from("the contest or programme")
            .serves("to show what was promised and given", INTEREST)
            .seenBy("campaign")
            .kept("as long as the workspace; an id that is forgotten names nobody")
            .erasedBy(""),
        of(
                "second factors of our people, closed or as marks",
                "totp.secret",
                "recovery_code.code_hash",
                "passkey.credential_id",
                "passkey.key_data",
                "passkey.transports",
                "passkey.name")
            .whose("our people")
            .from("themselves")
            .serves("to let in nobody else", CONTRACT)
            .seenBy("nobody")
            .kept("until they take the factor away")
            .erasedBy("accounts"),
        of(
                "links to the company's sign-in, and to a new password",
                "company_identity.issuer",
                "company_identity.subject",
                "password_reset.code_hash")
            .whose("our people")
            .from("the company's sign-in; their wish for a new password")
            .serves("to let in nobody else", CONTRACT)
            .seenBy("nobody")
            .kept("until they take the link away; a link to a new password half an hour")
            .erasedBy("accounts"),
        notPersonal("marks of tickets that were used", "ticket_used.ticket_hash"),
        notPersonal("which workspaces there are", "workspace_registry.slug"),
        notPersonal(
            "the brand, its names and places",
            "workspace.name",
            "workspace.brand",
            "workspace.names",
            "workspace.place",
            "workspace.not_confused",
            "workspace.accent",
            "workspace.logo",
            "workspace.homes"),
        notPersonal("facts about the whole server", "server_setting.name", "server_setting.value"),
        notPersonal(
            "keys that sign books; the private one is closed",
            "journal_key.public_key",
            "journal_key.private_key"));
  }
}

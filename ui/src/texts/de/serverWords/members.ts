import type { Phrase } from "../../index.ts";

/** Who works here: roles, tokens, sessions, invitations, workspaces. */
const phrases: Phrase[] = [
  [/^your role (\S+) may not do that: it needs (\S+)$/, "Ihre Rolle ({1}) darf das nicht: Nötig ist das Recht {2}."],
  [/^this token may not do that: it needs (\S+)$/, "Dieser Schlüssel darf das nicht: Nötig ist das Recht {1}."],
  [/^one of ((?:owner|manager|responder|analyst|client)\b.*) is needed$/, "Nötig ist eine von {1}."],
  [/^This workspace has ended\.$/, "Diesen Arbeitsbereich gibt es nicht mehr."],
  [/^You have no such workspace\.$/, "Einen solchen Arbeitsbereich haben Sie nicht."],
  [/^This token is not good in that workspace\.$/, "Dieser Schlüssel gilt in jenem Arbeitsbereich nicht."],
  [/^You have no such session\.$/, "Eine solche Sitzung haben Sie nicht."],
  [/^There is no such token\.$/, "Diesen Schlüssel gibt es nicht."],
  [/^you can give (.+)$/, "Geben können Sie {1}."],
  [/^name one or more, or leave it out for all that your role gives$/, "Nennen Sie eines oder mehrere, oder lassen Sie es weg für alles, was Ihre Rolle gibt."],
  [/^1 to (\d+) days$/, "Nötig sind 1 bis {1} Tage."],
  [/^this account belongs to no workspace any more$/, "Dieses Konto gehört zu keinem Arbeitsbereich mehr."],
  [/^this is not your password until now$/, "Das ist nicht Ihr bisheriges Passwort."],
  [/^sign in with a browser for that; a token is not enough$/, "Melden Sie sich dafür im Browser an; ein Schlüssel genügt nicht."],
  [/^A workspace has an owner: make somebody else one before the last one goes\.$/, "Ein Arbeitsbereich hat eine Inhaberin oder einen Inhaber: Bestimmen Sie erst jemand anderes."],
  [/^they are a member already$/, "Die Person ist schon Mitglied."],
  [/^You are a member of this workspace already\.$/, "Sie sind schon Mitglied dieses Arbeitsbereichs."],
  [/^This invitation was sent to another address; sign in with that one\.$/, "Diese Einladung ging an eine andere Adresse; melden Sie sich mit jener an."],
  [/^This invitation is used, withdrawn or too old; ask for another\.$/, "Diese Einladung ist verbraucht, zurückgezogen oder zu alt; bitten Sie um eine neue."],
  [/^Nobody said yet how mail leaves: set it up, or invite by a link\.$/, "Noch hat niemand gesagt, wie E-Mail hinausgeht: Richten Sie das ein, oder laden Sie per Link ein."],
  [/^The first workspace of a server stays\.$/, "Der erste Arbeitsbereich eines Servers bleibt."],
  [/^type the workspace's name: (.+)$/, "Tippen Sie den Namen des Arbeitsbereichs: {1}"],
  [/^This workspace has no logo\.$/, "Dieser Arbeitsbereich hat kein Logo."],
  [/^a colour as #1a7f5a is needed$/, "Nötig ist eine Farbe wie #1a7f5a."],
  [/^on (\S+) pages its contrast is (\S+) to 1$/, "Auf Seiten in {1} ist der Kontrast {2} zu 1."],
  [/^light$/, "Hell"],
  [/^dark$/, "Dunkel"],
  [/^3 to 1 is needed$/, "Nötig ist 3 zu 1."],
  [/^at most 256 kB are taken$/, "Höchstens 256 kB werden angenommen."],
  [/^at most (\d+) dots wide and high$/, "Höchstens {1} Punkte breit und hoch."],
  [/^a PNG or JPEG picture is needed$/, "Nötig ist ein Bild als PNG oder JPEG."],
  [/^a token is good in one workspace; sign in with a browser$/, "Ein Schlüssel gilt in einem Arbeitsbereich; melden Sie sich im Browser an."],
];

export default phrases;

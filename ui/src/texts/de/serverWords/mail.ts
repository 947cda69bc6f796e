import type { Phrase } from "../../index.ts";

/** What goes out: mail and webhooks. */
const phrases: Phrase[] = [
  [/^This is not one mail address, as in (\S+)\.$/, "Das ist nicht eine E-Mail-Adresse wie {1}."],
  [/^A line break or control character cannot stand here\.$/, "Ein Zeilenumbruch oder Steuerzeichen kann hier nicht stehen."],
  [/^The name of the mail host is missing or wrong\.$/, "Der Name des Mailservers fehlt oder ist falsch."],
  [/^A port is a number from 1 to 65535\.$/, "Ein Port ist eine Zahl von 1 bis 65535."],
  [/^A password leaves only over starttls or tls, never in the clear\.$/, "Ein Passwort geht nur über STARTTLS oder TLS hinaus, nie im Klartext."],
  [/^The user name needs its password beside it\.$/, "Zum Benutzernamen gehört sein Passwort."],
  [/^Say first how mail leaves\.$/, "Sagen Sie zuerst, wie Post hinausgeht."],
  [/^Nobody said yet how mail leaves \(Sources, What goes out\)\.$/, "Noch hat niemand gesagt, wie Post hinausgeht (Quellen, Was hinausgeht)."],
  [/^It answered with status (\d+)\.$/, "Die Antwort war Status {1}."],
  [/^There is no such kind\. Right are (.+)\.$/, "Eine solche Art gibt es nicht. Richtig sind {1}."],
  [/^A query has at most (\S+) characters\.$/, "Eine Abfrage hat höchstens {1} Zeichen."],
  [/^A workspace has at most (\S+) webhooks; remove one that nobody needs\.$/, "Ein Arbeitsbereich hat höchstens {1} Webhooks; entfernen Sie einen, den niemand braucht."],
  [/^This webhook rests; resume it first\.$/, "Dieser Webhook ruht; lassen Sie ihn erst weitermachen."],
  [/^Too much waits for this webhook already\.$/, "Auf diesen Webhook wartet schon zu viel."],
  [/^Say since when, as in (\S+)\.$/, "Sagen Sie, seit wann, etwa {1}."],
  [/^It answered that it is gone for good \(410\)\.$/, "Er antwortete, dass er für immer fort ist (410)."],
  [/^For 5 days nothing that was sent there was taken\.$/, "Fünf Tage lang wurde nichts angenommen, was dorthin ging."],
  [/^The webhook was removed\.$/, "Der Webhook wurde entfernt."],
  [/^(\S+) did not take it within (\S+) s\.$/, "{1} nahm es nicht in {2} s an."],
  [/^A webhook needs a name\.$/, "Ein Webhook braucht einen Namen."],
  [/^There is a webhook (.+) already\.$/, "Einen Webhook {1} gibt es schon."],
  [/^This is not an http or https address\.$/, "Das ist keine http- oder https-Adresse."],
  [/^Nothing answers there\.$/, "Dort antwortet nichts."],
  [/^At most (\S+) characters can stand here\.$/, "Hier passen höchstens {1} Zeichen hinein."],
  [/^There is no delivery \S+\.$/, "Diese Sendung gibt es nicht."],
  [/^There is no webhook [0-9a-f-]+\.$/, "Diesen Webhook gibt es nicht."],
  [/^A password in the address would be shown to everybody; leave it out\.$/, "Ein Passwort in der Adresse sähen alle; lassen Sie es weg."],
];
export default phrases;

import type { Phrase } from "../../index.ts";

/** Requests of people, and who is not to be written to. */
const phrases: Phrase[] = [
  [/^Say what they are called on their network\.$/, "Sagen Sie, wie die Person in ihrem Netz heißt."],
  [/^Say who it is: a person, or a mail address\.$/, "Sagen Sie, wer es ist: eine Person oder eine Mailadresse."],
  [/^Say how they showed that it is they, in at most 500 characters\.$/, "Sagen Sie in höchstens 500 Zeichen, wie die Person gezeigt hat, dass sie es ist."],
  [/^Type “(.+)” to erase them\.$/, "Tippen Sie „{1}“, um die Person zu löschen."],
  [/^This is a request for (?:\S+)\.$/, "Das ist eine Anfrage anderer Art."],
  [/^This request is (?:\S+) already\.$/, "Diese Anfrage ist nicht mehr offen."],
  [/^Who asked this is forgotten\.$/, "Wer das gefragt hat, ist vergessen."],
  [/^Say why; they must be told\.$/, "Sagen Sie, warum; die Person muss es erfahren."],
  [/^An erasure is done by erasing\.$/, "Eine Löschung wird durch Löschen erledigt."],
  [/^They are on the list already\.$/, "Die Person steht schon auf der Liste."],
  [/^There is no request \S+\.$/, "Diese Anfrage gibt es nicht."],
  [/^Nobody stands on the list as \S+\.$/, "So steht niemand auf der Liste."],
  [/^@(\S+) asked not to be written to\. Nothing was sent\.$/, "@{1} möchte nicht angeschrieben werden. Nichts wurde gesendet."],
  [/^(\d+) of these people asked not to be written to; choose again\.$/, "{1} dieser Personen möchten nicht angeschrieben werden; wählen Sie neu."],
  [/^They asked not to be written to\.$/, "Die Person möchte nicht angeschrieben werden."],
];
export default phrases;

import type { Phrase } from "../../index.ts";

/** What may be said of any room: lengths and ranges, times and money, people and accounts. */
const phrases: Phrase[] = [
  [/^(\d{1,3}),(\d{3})$/, "{1}.{2}"],
  [/^(\d{1,3}),(\d{3}),(\d{3})$/, "{1}.{2}.{3}"],
  [/^At most ([\d,]+)\.$/, "Höchstens {1}."],
  [/^At most ([\d,]+) characters\.$/, "Höchstens {1} Zeichen."],
  [/^1 to ([\d,]+) characters\.$/, "1 bis {1} Zeichen."],
  [/^Use 1 to ([\d,]+) characters\.$/, "Nehmen Sie 1 bis {1} Zeichen."],
  [/^From (\d+) to ([\d,]+)\.$/, "Von {1} bis {2}."],
  [/^From 1 to ([\d,]+) days\.$/, "Von 1 bis {1} Tage."],
  [/^From 1 to ([\d,]+) people\.$/, "Von 1 bis {1} Leute."],
  [/^From 0 to ([\d,]+) hours\.$/, "Von 0 bis {1} Stunden."],
  [/^Right are ((?:(?! and ).)+)\.$/, "Möglich sind {1}."],
  [/^Right are (.+) and ([^ ]+)\.$/, "Möglich sind {1} und {2}."],
  [/^Use ([^ ,]+(?:, [^ ,]+)*)\.$/, "Möglich sind {1}."],
  [/^Use ([^ ,]+(?:, [^ ,]+)*) or ([^ ,]+)\.$/, "Möglich sind {1} oder {2}."],

  // What is the matter around the server.
  [/^The database does not answer; try again in a moment\.$/, "Die Datenbank antwortet nicht; versuchen Sie es gleich noch einmal."],
  [/^The disk of this server is nearly full, so nothing new is taken in; try again later\.$/, "Die Festplatte dieses Servers ist fast voll, deshalb wird nichts Neues angenommen; versuchen Sie es später noch einmal."],
  [/^there is nothing at this address$/, "Unter dieser Adresse ist nichts"],
  [/^a time lies beyond what can be kept$/, "Eine Zeit liegt jenseits dessen, was behalten werden kann"],
  [/^a text must not hold the character NUL$/, "Ein Text darf das Zeichen NUL nicht enthalten"],

  // Times and money.
  [/^Use a name as (\S+), or UTC\.$/, "Nehmen Sie einen Namen wie {1}, oder UTC."],
  [/^Use a day and a time on the clock of the place, as (\S+)\.$/, "Nehmen Sie Tag und Uhrzeit des Ortes, etwa {1}."],
  [/^Amounts in (\S+) are whole\.$/, "Beträge in {1} sind ganze Zahlen."],
  [/^Amounts in (\S+) have at most (\d+) digits after the point\.$/, "Beträge in {1} haben höchstens {2} Stellen nach dem Punkt."],
  [/^(\S+) is no currency; right are codes as (.+)\.$/, "{1} ist keine Währung; richtig sind Kürzel wie {2}."],

  // People, pages of a list, accounts.
  [/^There is no person \S+ here\.$/, "Diesen Menschen gibt es hier nicht."],
  [/^A page has 1 to (\d+) entries\.$/, "Eine Seite der Liste hat 1 bis {1} Einträge."],
  [/^Take the cursor from `next` of a page before\.$/, "Diese Stelle der Liste ist keine, die wir genannt haben."],
  [/^Sort by (.+) or (.+)\.$/, "Möglich sind {1} oder {2}."],
  [/^this token belongs to no person$/, "Dieser Schlüssel gehört keinem Menschen."],
  [/^at most (\d+) are taken$/, "Höchstens {1} gehen."],
  [/^at most (\d+) characters are taken$/, "Höchstens {1} Zeichen gehen."],
  [/^a name is needed$/, "Nötig ist ein Name."],
  [/^a name of 1 to (\d+) characters is needed$/, "Nötig ist ein Name von 1 bis {1} Zeichen."],
  [/^a language as en or de is needed$/, "Nötig ist eine Sprache wie en oder de."],
  [/^a time zone as (\S+) is needed$/, "Nötig ist eine Zeitzone wie {1}."],
  [/^there is an account for (\S+) already$/, "Für {1} gibt es schon ein Konto."],
  [/^a web address as (\S+) or (\S+) is needed$/, "Nötig ist eine Webadresse wie {1} oder {2}."],
  [/^an e-mail address is needed, as in (\S+)$/, "Nötig ist eine E-Mail-Adresse wie {1}."],
  [/^a password of (\d+) characters or more is needed$/, "Nötig ist ein Passwort von mindestens {1} Zeichen."],
  [/^this e-mail address and password do not belong together$/, "Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen."],
  [/^too many tries; wait a little$/, "Zu viele Versuche; warten Sie ein wenig."],
  [/^this code is used, too old or mistyped; open the address that the server printed last$/, "Dieser Code ist verbraucht, zu alt oder vertippt; öffnen Sie die Adresse, die der Server zuletzt geschrieben hat."],
  [/^sign in first$/, "Melden Sie sich zuerst an."],

  // What was sent is not understood, or something broke.
  [/^something of ours broke; the log has it as (\S+)$/, "Bei uns ist etwas kaputtgegangen; im Protokoll steht es als {1}."],
  [/^this is no (?!JSON)(.+)$/, "Das ist kein Wert der nötigen Art ({1})."],
  [/^a JSON object is needed$/, "Nötig ist ein JSON-Objekt."],
  [/^there is no field (\S+)$/, "Ein Feld {1} gibt es nicht."],
  [/^the value is not of the kind this field takes$/, "Der Wert ist nicht von der Art, die dieses Feld nimmt."],
  [/^the JSON is nested too deep or a value is too long$/, "Das JSON ist zu tief verschachtelt, oder ein Wert ist zu lang."],
  [/^this is no JSON(?:: line (\d+), column (\d+))?$/, "Das ist kein JSON."],
  [/^Ask for 1 to 200 lines at once\.$/, "Fragen Sie 1 bis 200 Zeilen auf einmal ab."],
  [/^There is no such line\.$/, "Diese Zeile gibt es nicht."],
  [/^Use the cursor of the page before\.$/, "Nehmen Sie den Cursor der Seite davor."],
  [/^Too much was asked for in a short time\. Try again shortly\.$/, "Das war zu viel in kurzer Zeit. Versuchen Sie es gleich noch einmal."],
  [/^Several files are being made already\. Try again shortly\.$/, "Es werden schon mehrere Dateien erstellt. Versuchen Sie es gleich noch einmal."],
  [/^This may be given only once\.$/, "Das darf nur einmal angegeben werden."],
];
export default phrases;

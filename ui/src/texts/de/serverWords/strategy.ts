import type { Phrase } from "../../index.ts";

/** Strategy, and the board of wishes. */
const phrases: Phrase[] = [
  [/^What is spent is kept in (\S+) so far; (\S+) cannot be held against it\.$/, "Ausgaben stehen bisher in {1}; dagegen lässt sich {2} nicht halten."],
  [/^There is no (?:statement \S+ that stands|statement of that id)\.$/, "Diese Aussage gibt es nicht."],
  [/^There is a theme '(.+)' already; choose another name\.$/, "Ein Thema „{1}“ gibt es hier schon; wählen Sie einen anderen Namen."],
  [/^There is no theme \S+\.$/, "Dieses Thema gibt es hier nicht."],
  [/^Only a spend has an amount\.$/, "Nur eine Ausgabe hat einen Betrag."],
  [/^Say how much is spent, as (.+)\.$/, "Sagen Sie, wie viel ausgegeben wird, etwa {1}."],
  [/^More than nothing, as (.+)\.$/, "Nötig ist mehr als nichts, etwa {1}."],
  [/^Say what the theme looks for\.$/, "Sagen Sie, was das Thema sucht."],
  [/^A day after (\S+), within three years\.$/, "Nötig ist ein Tag nach dem {1}, binnen drei Jahren."],
  [/^Say when to look at it again, as (\S+)\.$/, "Sagen Sie, wann es wieder anzusehen ist, etwa {1}."],
  [/^Write at least a word\.$/, "Schreiben Sie mindestens ein Wort."],
  [/^'(.+)' does not fit what you set out to do\. Decide that it fits, and say why\.$/, "„{1}“ passt nicht zu dem, was Sie sich vorgenommen haben. Entscheiden Sie, dass es passt, und sagen Sie, warum."],

  // Wishes.
  [/^The seller's name, of at most 80 characters\.$/, "Nötig ist der Name des Verkäufers, von höchstens 80 Zeichen."],
  [/^Sellers are invited by mail, and nobody said yet how mail leaves: see Sources\.$/, "Verkäufer werden per Mail eingeladen, und noch hat niemand gesagt, wie Post hinausgeht: siehe Quellen."],
  [/^At most (\d+) sellers bid for one wish\.$/, "Höchstens {1} Verkäufer bieten für einen Wunsch."],
  [/^(\S+) was invited already\.$/, "Schon eingeladen: {1}."],
  [/^From one minute to 60 days\.$/, "Von einer Minute bis 60 Tage."],
  [/^It must end before the day it is wanted by, (\S+)\.$/, "Es muss vor dem Tag enden, bis zu dem es gebraucht wird, dem {1}."],
  [/^Wish (\d+) names no quantity, place, day and limit: none can bid\.$/, "Wunsch {1} nennt nicht Menge, Ort, Tag und Grenze: Darauf lässt sich nicht bieten."],
  [/^Bidding ended at (.+)\.$/, "Geboten werden konnte bis {1}."],
  [/^Bidding ends at (.+)\.$/, "Geboten wird bis {1}."],
  [/^It is decided already\.$/, "Es ist schon entschieden."],
  [/^There is no bid within your limit to take\.$/, "Kein Gebot liegt innerhalb der Grenze."],
  [/^Nobody opened this wish to sellers yet\.$/, "Noch hat niemand diesen Wunsch für Verkäufer geöffnet."],
  [/^A wish has 3 to (\d+) characters\.$/, "Ein Wunsch hat 3 bis {1} Zeichen."],
  [/^Say where the sellers' offers can be sent\.$/, "Sagen Sie, wohin die Angebote der Verkäufer gehen."],
  [/^Wish (\d+) was taken off the board\.$/, "Wunsch {1} wurde von der Tafel genommen."],
  [/^Wish (\d+) was not set aside\.$/, "Wunsch {1} war nicht zurückgelegt."],
  [/^As many wishes with a mail address came (?:.+) within 24 hours as are taken\.$/, "In 24 Stunden kamen schon so viele Wünsche mit einer Mailadresse, wie angenommen werden."],
  [/^Nothing was kept\.$/, "Nichts wurde behalten."],
  [/^There is no wish \S+\.$/, "Diesen Wunsch gibt es nicht."],
  [/^An answer has 1 to (\S+) characters\.$/, "Eine Antwort hat 1 bis {1} Zeichen."],
  [/^Name another wish; this one is itself\.$/, "Nennen Sie einen anderen Wunsch; dieser ist derselbe."],
  [/^Wish (\d+) is a purchase, and stays by itself\.$/, "Wunsch {1} ist ein Kauf und bleibt für sich."],
  [/^Wish (\d+) was put together with wish (\d+) already\.$/, "Wunsch {1} wurde schon mit Wunsch {2} zusammengelegt."],
];
export default phrases;

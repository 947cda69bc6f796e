import type { Phrase } from "../../index.ts";

/** What makes the round, whom to ask first, what wakes, and the crisis room. */
const phrases: Phrase[] = [
  [/^(\d+) people are known to hear one another; with fewer than (\d+) nobody can be chosen well\.$/, "Von {1} Menschen ist bekannt, dass sie einander hören; unter {2} lässt sich niemand gut wählen."],
  [/^(\d+) people can be asked, (\d+) were to be chosen\.$/, "{1} Menschen können gefragt werden, {2} sollten gewählt werden."],
  [/^These people were taken by a campaign already\.$/, "Diese Menschen hat schon eine Kampagne genommen."],
  [/^The campaign has its people already\.$/, "Die Kampagne hat schon ihre Menschen."],
  [/^Choosing took longer than five seconds; look back fewer days, or ask fewer people\.$/, "Die Wahl dauerte länger als fünf Sekunden; sehen Sie weniger Tage zurück, oder fragen Sie weniger Menschen."],
  [/^A sample costs nothing or more\.$/, "Eine Probe kostet nichts oder mehr."],
  [/^More than 2,000,000 pairs; look back fewer days\.$/, "Mehr als 2.000.000 Paare; sehen Sie weniger Tage zurück."],
  [/^At most 1,000 people\.$/, "Höchstens 1.000 Menschen."],
  [/^There is no plan \S+\.$/, "Diese Wahl gibt es nicht."],
  [/^Of one person no half can be held back\.$/, "Von einer Person lässt sich keine Hälfte zurückhalten."],
  [/^For which campaign\?$/, "Für welche Kampagne?"],
  [/^There is no tale \S+\.$/, "Davon wird hier nicht erzählt."],

  // Lines, alarms and their rules.
  [/^There is no webhook of that name\.$/, "Einen Webhook dieses Namens gibt es nicht."],
  [/^A line is a number of people, from 2 on\.$/, "Eine Linie ist eine Zahl von Leuten, ab 2."],
  [/^A step tells somebody\.$/, "Ein Schritt benachrichtigt jemanden."],
  [/^There is no alarm \S+\.$/, "Diesen Alarm gibt es nicht."],
  [/^There is no rule \S+\.$/, "Diese Regel gibt es nicht."],
  [/^A rule is about a topic\.$/, "Eine Regel gilt einem Thema."],
  [/^Between 0 and 1, as in 0\.2\.$/, "Zwischen 0 und 1, etwa 0,2."],
  [/^At most ten steps\.$/, "Höchstens zehn Schritte."],
  [/^From 0 seconds to seven days\.$/, "Von 0 Sekunden bis sieben Tage."],

  // The crisis room.
  [/^A room is opened for a word on the move\.$/, "Ein Krisenraum wird zu etwas geöffnet, das die Runde macht."],
  [/^This room is closed; it can only be read\.$/, "Dieser Raum ist geschlossen; man kann ihn nur noch lesen."],
  [/^There is no crisis room \S+\.$/, "Diesen Krisenraum gibt es nicht."],
  [/^Write something\.$/, "Schreiben Sie etwas."],
  [/^Nobody said how mail leaves\. Set it up under Sources, or send the link by hand\.$/, "Noch hat niemand gesagt, wie Post hinausgeht. Sagen Sie es unter Quellen, oder geben Sie den Link selbst weiter."],
  [/^There is no statement to send yet\.$/, "Noch gibt es keine Stellungnahme zu senden."],
  [/^Version (\d+) was decided on\. Write the next one first\.$/, "Über Fassung {1} ist entschieden. Schreiben Sie zuerst die nächste."],
  [/^There is no such statement\.$/, "Diese Stellungnahme gibt es nicht."],
];
export default phrases;

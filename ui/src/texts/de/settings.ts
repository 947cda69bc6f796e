export default {
  title: "Einstellungen",
  all: "Alle Einstellungen",
  you: "Sie",
  name: "Ihr Name, wie andere ihn sehen",
  mail: "E-Mail-Adresse",
  zone: "Zeitzone",
  zone_here: "Wie dieser Browser: {zone}",
  pages: "Wie die Seiten aussehen und sprechen",
  save: "Speichern",
  saved: "Gespeichert.",
};

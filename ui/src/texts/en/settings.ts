export default {
  title: "Settings",
  all: "All settings",
  you: "You",
  name: "Your name, as others see it",
  mail: "E-mail address",
  zone: "Time zone",
  zone_here: "As this browser: {zone}",
  pages: "How the pages look and speak",
  save: "Save",
  saved: "Saved.",
};

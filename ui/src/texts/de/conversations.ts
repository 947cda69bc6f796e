export default {
  title: "conversations",
  kept_small: "im Blick behalten: leise Stimme",
  kept_old: "im Blick behalten: wartet lange",
};

export default {
  title: "conversations",
  kept_small: "kept in view: small voice",
  kept_old: "kept in view: old wait",
};

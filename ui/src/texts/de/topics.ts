export default {
  title: "topics",
};

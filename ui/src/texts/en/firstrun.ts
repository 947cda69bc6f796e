export default {
  title: "firstrun",
};

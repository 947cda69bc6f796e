export default {
  title: "now",
};

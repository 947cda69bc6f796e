export default {
  title: "people",
};

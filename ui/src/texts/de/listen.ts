export default {
  title: "listen",
};

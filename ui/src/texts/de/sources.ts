export default {
  title: "sources",
};

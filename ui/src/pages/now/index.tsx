import { t } from "../../texts/index.ts";

export default function Page() {
  return (
    <div className="pad">
      <h1>{t("now.title")}</h1>
    </div>
  );
}

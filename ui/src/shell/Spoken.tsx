import { useSyncExternalStore } from "react";
import { I18nProvider } from "react-aria-components";
import { useSession } from "../api/queries.ts";
import { useZone } from "../parts/time.ts";
import { currentLanguage, currentLocale, watchLanguage } from "../texts/index.ts";
import { Gate } from "./Gate.tsx";

/** Everything, said anew when the reader takes another language or another zone; what was typed stays. */
export function Spoken() {
  useSyncExternalStore(watchLanguage, currentLanguage);
  useZone(useSession().data?.person?.zone);
  return (
    <I18nProvider locale={document.documentElement.dir === "rtl" ? "ar-AE" : currentLocale()}>
      <Gate />
    </I18nProvider>
  );
}

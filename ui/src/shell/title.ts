import { useEffect } from "react";

/** The window is named after what it shows; `n` is what waits there. */
export function usePageTitle(title: string, n = 0): void {
  useEffect(() => {
    document.title = `${n ? `(${n}) ` : ""}${title} · Wordborne`;
  }, [title, n]);
}

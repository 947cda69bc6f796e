import { useState, type ReactNode } from "react";
import { t } from "../texts/index.ts";

interface FirstProps<T> {
  of: readonly T[];
  n: number;
  children: (shown: readonly T[]) => ReactNode;
}

/** The first `n` of a list; where there are more, a button says how many and shows them all. */
export function First<T>({ of, n, children }: FirstProps<T>) {
  const [all, setAll] = useState(false);
  return (
    <>
      {children(all ? of : of.slice(0, n))}
      {of.length > n && (
        <p className="small">
          <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("words.only_first", { first: n }) : t("shell.all_n", { n: of.length })}
          </button>
        </p>
      )}
    </>
  );
}

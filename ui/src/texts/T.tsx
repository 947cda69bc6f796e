import { Fragment, type ReactNode } from "react";
import { number, pattern, type TextKey } from "./index.ts";

/** A text whose values may be elements: a linked number, a name set in bold. */
export function T({ k, ...values }: { k: TextKey } & Record<string, ReactNode>) {
  // The plural form follows `n`, or `count` when n itself is an element.
  const n = typeof values.n === "number" ? values.n : values.count;
  const parts = pattern(k, n).split(/\{(\w+)\}/g);
  return (
    <>
      {parts.map((part, i) => {
        if (i % 2 === 0) return part;
        const value = values[part];
        return <Fragment key={i}>{typeof value === "number" ? number(value) : value}</Fragment>;
      })}
    </>
  );
}

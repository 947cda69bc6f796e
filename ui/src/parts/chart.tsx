import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { t } from "../texts/index.ts";

/** The width of an element as it changes, so that a chart's letters keep their size. */
export function useWidth<E extends HTMLElement>(): [React.RefObject<E | null>, number] {
  const place = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    setWidth(element.clientWidth);
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return [place, width];
}

interface TableProps {
  caption: string;
  heads: string[];
  rows: (string | number)[][];
  children?: ReactNode;
}

/** What a chart shows, as a table one key away. */
export function DataTable({ caption, heads, rows, children }: TableProps) {
  return (
    <details className="as-table">
      <summary className="tiny">{t("words.data_table")}</summary>
      {children}
      <div className="table-room" tabIndex={0} role="region" aria-label={caption}>
        <table className="tab">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {heads.map((head, i) => (
                <th key={head} scope="col" className={i ? "r" : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {rest.map((cell, i) => (
                  <td key={i} className="r">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

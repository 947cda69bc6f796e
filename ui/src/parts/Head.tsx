import type { ReactNode } from "react";

interface HeadProps {
  title: string;
  level?: 2 | 3;
  thin?: boolean;
  sub?: ReactNode;
  act?: ReactNode;
}

/** A part of a page opens with a rule and its name. */
export function Head({ title, level = 2, thin, sub, act }: HeadProps) {
  const Title = `h${level}` as const;
  return (
    <div className={thin ? "head thin" : "head"}>
      <Title>{title}</Title>
      {sub && <span className="sub">{sub}</span>}
      {act && <span className="act">{act}</span>}
    </div>
  );
}

import { Link } from "wouter";

export interface View {
  href: string;
  name: string;
}

/** The pages of one place beside each other: which one this is, and the way to the others. */
export function Views({ views, here, label }: { views: View[]; here: string; label: string }) {
  return (
    <nav className="seg views" aria-label={label}>
      {views.map(({ href, name }) => (
        <Link key={href} href={href} aria-current={href === here ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

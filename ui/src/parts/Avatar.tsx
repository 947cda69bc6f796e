interface AvatarProps {
  initials: string;
  size?: "s" | "m" | "l";
  us?: boolean;
}

/** Initials in a grey disc, ours in an ink one; the name stands beside it. */
export function Avatar({ initials, size = "m", us = false }: AvatarProps) {
  const className = ["av", size !== "m" && size, us && "us"].filter(Boolean).join(" ");
  return (
    <span className={className} aria-hidden="true">
      {initials}
    </span>
  );
}

/** Two letters for a name that came without initials. */
export function initialsOf(name: string): string {
  const words = name.replace(/[^\p{L}\p{N}\s]/gu, " ").trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)].map((w) => Array.from(w ?? "")[0] ?? "") : Array.from(words[0] ?? "?").slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}

import { useState } from "react";

/** The thing that is opened: the chosen one, else the first to look at, and that one stays until another is chosen or it is gone, whatever comes in meanwhile. */
export function useOpened<T extends { id: string }>(chosen: string | null, all: T[], first: (all: T[]) => T | undefined): T | undefined {
  const [kept, setKept] = useState(chosen);
  const opened = all.find((one) => one.id === chosen) ?? all.find((one) => one.id === kept) ?? first(all);
  if (opened && opened.id !== kept) setKept(opened.id);
  return opened;
}

/** The list without `one` where it had it, else with it. */
export function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

/** What is typed with commas or spaces between. */
export function listed(typed: string): string[] {
  return typed.split(/[,\s]+/).filter((one) => one !== "");
}

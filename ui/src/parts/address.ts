/** An address that may be followed, or undefined: what came from outside may be `javascript:` or worse. */
export function webAddress(url: string | null | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

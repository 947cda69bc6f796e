import { currentLocale } from "../../../texts/index.ts";
import type { Amount } from "./records.ts";

/** An amount as people write it, exact to the last minor unit. */
export function money(amount: Amount): string {
  const form = new Intl.NumberFormat(currentLocale(), { style: "currency", currency: amount.currency });
  const digits = form.resolvedOptions().maximumFractionDigits ?? 2;
  const text = String(Math.abs(amount.minor)).padStart(digits + 1, "0");
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return form.format((amount.minor < 0 ? `-${whole}` : whole) as unknown as number);
}

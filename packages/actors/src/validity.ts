import type { Phrase } from './phrase.ts';

/** Whether the registry's reading holds at a day (YYYY-MM-DD); without a day it does. */
export function isValid({ entry }: Phrase, day: string | undefined): boolean {
  if (!entry || !day) return true;
  const month = day.slice(0, 7);
  return !(entry.validTo && month > entry.validTo) && !(entry.validFrom && month < entry.validFrom);
}

import { z } from 'zod';

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A length of time such as "90s", "5m", "6h" or "1d", in milliseconds. */
export const Duration = z
  .string()
  .regex(/^\d{1,5} ?[smhd]$/, 'must be a number with s, m, h or d, such as 5m')
  .transform((text) => Number.parseInt(text, 10) * units[text.slice(-1) as keyof typeof units]); // the pattern allows no other

/** The shortest way to write it: 300000 is "5m". */
export function writeDuration(ms: number): string {
  const [unit, size] = (Object.entries(units) as [string, number][])
    .toReversed()
    .find(([, size]) => ms % size === 0) ?? ['s', 1_000];
  return `${Math.max(1, Math.round(ms / size))}${unit}`;
}

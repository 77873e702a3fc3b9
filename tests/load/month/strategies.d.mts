import type { learn } from '../../../packages/sources/src/rhythm.ts';
import type { chanceOf, decide } from '../../../services/fetcher/src/interval.ts';

export type Strategy = { start: unknown; next: unknown };
export const fixed: Strategy;
export function learning(product: {
  decide: typeof decide;
  chanceOf: typeof chanceOf;
  learn: typeof learn;
}): Strategy;

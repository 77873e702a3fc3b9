import { lookupKey, type Token } from '@rasid/arabic';
import type { Before } from './before.ts';
import { GOVERNMENT_NOUNS, STATEMENT_VERBS } from './cues.ts';
import type { NamedPlace } from './types.ts';

// A city this large is meant even where no preposition says so.
const WELL_KNOWN = 150_000;

const COARSE = new Set(['country', 'admin1', 'region', 'camp', 'crossing', 'base', 'sea']);

/** Tells whether a name counts without a word that announces it: names of several words, large or coarse places. */
export const isPlain = (words: number, places: readonly NamedPlace[], isOrdinary: boolean): boolean =>
  !isOrdinary && (words > 1 || places.some((p) => COARSE.has(p.kind) || p.population >= WELL_KNOWN));

/** Tells whether the words before a name announce a place. */
export const isAnnounced = (before: Before): boolean =>
  before.adminNoun !== null || (before.relation !== null && before.preposition !== 'بين');

const strip = (key: string): string => (/^[وف]/.test(key) ? key.slice(1) : key);

/** Tells whether a country or city is the subject of a statement: "دمشق تدين", "أعلنت أنقرة", "حكومة دمشق". */
export const isGovernment = (
  tokens: readonly Token[],
  from: number,
  to: number,
  before: Before,
  places: readonly NamedPlace[],
): boolean => {
  if (before.adminNoun || (before.relation === 'in' && before.preposition !== 'إلى')) return false;
  if (!places.some((p) => p.kind === 'country' || p.kind === 'city' || p.kind === 'admin1')) return false;
  const previous = tokens[from - 1]?.key ?? '';
  const next = tokens[to]?.key ?? '';
  if (GOVERNMENT_NOUNS.has(previous) || STATEMENT_VERBS.has(next)) return true;
  return STATEMENT_VERBS.has(strip(previous)) || STATEMENT_VERBS.has(previous);
};

/** Folds a name the way the matcher does, so that equal names share one entry. */
export const nameKey = (name: string): string => lookupKey(name).trim();

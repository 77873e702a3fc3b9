import { keptOf, type Token } from '@rasid/arabic';
import { ADMIN_NOUNS, DIRECTIONS, FILLERS, RELATIONS } from './cues.ts';
import type { AdminNoun, Relation } from './types.ts';

/** What stands before a place name: its admin noun, and how the event lies to it. */
export type Before = {
  adminNoun: AdminNoun | null;
  nounKey: string | null;
  /** The noun stands right before the name. */
  isNounNext: boolean;
  relation: Relation | null;
  direction: string | null;
  preposition: string | null;
};

const PREFIXES = ['وب', 'فب', 'ول', 'ب', 'ل', 'و', 'ف'];

/** Looks a word up as it stands, then without a proclitic; `prefix` is what was taken off. */
const lookUp = <T>(
  map: ReadonlyMap<string, T>,
  key: string,
): { value: T; key: string; prefix: string } | null => {
  const whole = map.get(key);
  if (whole !== undefined) return { value: whole, key, prefix: '' };
  for (const prefix of PREFIXES) {
    if (!key.startsWith(prefix)) continue;
    const value = map.get(key.slice(prefix.length));
    if (value !== undefined) return { value, key: key.slice(prefix.length), prefix };
  }
  return null;
};

/** The noun of a place that a word is, and the relation to one. */
export const adminNounOf = keptOf((key) => lookUp(ADMIN_NOUNS, key));
export const relationOf = keptOf((key) => lookUp(RELATIONS, key));

/** Marks that may stand between a noun and the name it belongs to: quotes, and that of a hashtag. */
export const QUOTES = new Set(['"', '«', '“', '”', '‘', "'", '(', '#']);

/** "إحياء" (revival) is folded to "أحياء" (quarters), and "من ناحية" means "as for". */
export const isNoNoun = (tokens: readonly Token[], at: number, key: string): boolean =>
  key === 'احياء' || key === 'احيا'
    ? /^[وفبل]*إ/.test(tokens[at]?.word ?? '')
    : key === 'ناحيه' && /^[وف]?من$/.test(tokens[at - 1]?.key ?? '');

const isIn = (prefix: string): boolean => prefix.includes('ب');

// قرب محيط مدينة "X: no more than five words and marks carry cues before one name.
const MAX_BACK = 5;

/** Reads the words before token `at` backwards while they belong to the place; `proclitic` is that of its first word. */
export const readBefore = (tokens: readonly Token[], at: number, proclitic: string): Before => {
  const found: Before = {
    adminNoun: null,
    nounKey: null,
    isNounNext: false,
    relation: isIn(proclitic) ? 'in' : null,
    direction: null,
    preposition: isIn(proclitic) ? 'ب' : proclitic.includes('ل') ? 'ل' : null,
  };
  for (let back = 1; back <= MAX_BACK; back++) {
    const token = tokens[at - back];
    if (token && QUOTES.has(token.text)) continue;
    if (token?.kind !== 'word') break;
    const noun = found.adminNoun ? null : adminNounOf(token);
    const isNext = back === 1 || (back === 2 && QUOTES.has(tokens[at - 1]?.text ?? ''));
    // "في أي منطقة فسوف": what a proclitic begins belongs to no noun before it.
    if (noun && isNext && proclitic !== '') break;
    if (noun && isNoNoun(tokens, at - back, noun.key)) break;
    if (noun && (back === 1 || found.direction === null)) {
      found.adminNoun = noun.value;
      found.nounKey = noun.key;
      found.isNounNext = isNext;
      if (noun.value === 'countryside') found.relation ??= 'countryside';
      if (isIn(noun.prefix)) {
        found.preposition ??= 'ب';
        found.relation ??= 'in';
      }
      continue;
    }
    const relation = relationOf(token);
    if (relation) {
      if (DIRECTIONS.has(relation.key)) found.direction ??= relation.key;
      if (!found.relation || relation.value !== 'in') found.relation = relation.value;
      found.preposition = token.word;
      continue;
    }
    if (!FILLERS.has(token.key)) break;
  }
  return found;
};

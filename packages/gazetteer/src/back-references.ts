import { keptOf, type Token } from '@rasid/arabic';
import { readBefore } from './before.ts';
import { ADMIN_NOUNS, DIRECTIONS } from './cues.ts';
import type { FoundName, NamedPlace } from './types.ts';

// المحافظة and الولاية stand for the unit named before.
export const isBackReference = keptOf((key) => /^(?:[وبل]|وب|ول)?(?:المحافظه|الولايه)$/.test(key));
const none: readonly FoundName[] = [];

/** One word that stands for a place: where it is, and what such a word never is. */
const bareName = ({ start, end, text }: Token, at: number) => ({
  from: at,
  to: at + 1,
  start,
  end,
  text,
  asActor: false,
  isDateline: false,
  isListed: false,
});

/** Finds "المحافظة" and "الولاية" where they mean a unit named before. */
export const findBackReferences = (tokens: readonly Token[], telling: readonly number[]): FoundName[] =>
  telling.flatMap((at) => {
    const token = tokens[at] as Token; // within bounds
    if (!isBackReference(token)) return none;
    const noun = tokens[at - 1] && ADMIN_NOUNS.get(tokens[at - 1]?.key.replace(/^ب/, '') ?? '');
    const before = readBefore(tokens, at, token.key.startsWith('ب') ? 'ب' : '');
    if (noun !== 'countryside' && !before.relation) return none;
    const next = tokens[at + 1]?.key ?? '';
    return [
      {
        adminNoun: noun === 'countryside' ? ('countryside' as const) : ('governorate' as const),
        relation: before.relation,
        direction: next.startsWith('ال') && DIRECTIONS.has(next) ? (tokens[at + 1]?.word ?? null) : null,
        preposition: before.preposition,
        candidates: [],
        ...bareName(token, at),
      },
    ];
  });

export const isCapital = keptOf((key) => /^(?:[وبل]|وب|ول)?العاصمه$|^[وف]?للعاصمه$/.test(key));

/** "العاصمة الاقتصادية", "العاصمة الإدارية" are other cities, and "العاصمة الأردنية" is a name of its own. */
const isDescribed = (next: Token | undefined): boolean =>
  next?.kind === 'word' && /^ال.{3,}ه$/.test(next.key);

/** Finds "العاصمة" alone, in a text that speaks of countries: the capital of one of them. */
export const findCapitals = (
  tokens: readonly Token[],
  telling: readonly number[],
  covered: ReadonlySet<number>,
  capitals: readonly NamedPlace[],
): FoundName[] =>
  (capitals.length === 0 ? [] : telling).flatMap((at) => {
    const token = tokens[at] as Token; // within bounds
    if (!isCapital(token)) return none;
    if (covered.has(at) || covered.has(at + 1) || covered.has(at + 2) || isDescribed(tokens[at + 1]))
      return none;
    const before = readBefore(tokens, at, token.key.startsWith('ب') || token.key.startsWith('وب') ? 'ب' : '');
    if (!before.relation) return none;
    return [
      {
        adminNoun: 'city' as const,
        relation: before.relation,
        direction: before.direction,
        preposition: before.preposition,
        candidates: capitals,
        ...bareName(token, at),
      },
    ];
  });

import type { Token } from '@rasid/arabic';
import { adminNounOf, isNoNoun, QUOTES, readBefore, relationOf } from './before.ts';
import {
  ADMIN_NOUNS,
  COMPOUND_HEADS,
  LIST_NOUNS,
  LOOSE_NOUNS,
  NAME_ADJECTIVES,
  NOT_NAMES,
  SPOKEN_NOUNS,
} from './cues.ts';
import { nationsOf } from './spoken.ts';
import type { FoundName } from './types.ts';

/** A name no layer knows, standing where a name must stand. */
type UnknownName = { from: number; to: number; start: number; noun: number; isListed: boolean };

// "مدينة نموذجية", "مخيمات النازحين": adjectives and people, not names.
const COMMON_ENDING = /^(?!ال).{3,}يه$|^ال.{3,}(?:ين|ون)$/;

const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  (token.key.length > 2 || COMPOUND_HEADS.has(token.key)) && // shorter words are particles
  !NOT_NAMES.has(token.key) &&
  !NOT_NAMES.has(token.key.replace(/^[وفبل]/, '')) &&
  !COMMON_ENDING.test(token.key) &&
  nationsOf(token).length === 0 &&
  !relationOf(token) &&
  !ADMIN_NOUNS.has(token.key.replace(/^ال/, ''));

const MAX_QUOTED = 4; // words of a name in quotes

/** Where a name in quotes ends: before the closing mark, if it is near. */
const quotedEnd = (tokens: readonly Token[], from: number): number | null => {
  if (!QUOTES.has(tokens[from - 1]?.text ?? '')) return null;
  for (let to = from + 1; to <= from + MAX_QUOTED; to++) {
    const token = tokens[to];
    if (token?.kind === 'punctuation')
      return QUOTES.has(token.text) || token.text === ')' || token.text === '»' ? to : null;
  }
  return null;
};

/** "قرية سامي العاصي": a definite second word that describes no village belongs to the name. */
const isSecondPart = (first: Token, second: Token): boolean =>
  !first.key.startsWith('ال') &&
  /^ال.{2,}[^هين]$|^ال.{2,}[^ا]ي$/u.test(second.key) &&
  !relationOf(second) &&
  !NOT_NAMES.has(second.key) &&
  nationsOf(second).length === 0;

const nameEnd = (tokens: readonly Token[], from: number): number => {
  const quoted = quotedEnd(tokens, from);
  if (quoted !== null) return quoted;
  const first = tokens[from];
  const second = tokens[from + 1];
  if (!first || second?.kind !== 'word') return from + 1;
  if (isSecondPart(first, second)) return from + 2;
  const key = first.key.replace(/^و(?=تل|ام|ابو|كفر|دير|بيت|عين)/, '');
  if (COMPOUND_HEADS.has(key) && !NOT_NAMES.has(second.key)) return from + 2;
  return NAME_ADJECTIVES.has(second.key) ? from + 2 : from + 1;
};

/** One list of names behind the noun at `at`: "قرى كذا وكذا". */
const namesAfter = (tokens: readonly Token[], at: number, covered: ReadonlySet<number>, isList: boolean) => {
  const found: UnknownName[] = [];
  let from = QUOTES.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  for (let isFirst = true; ; isFirst = false) {
    const next = tokens[from];
    if (!next) return found;
    if (covered.has(from)) {
      if (!isList) return found;
      from++;
      continue;
    }
    const joined = !isFirst && next.key.startsWith('و') && next.key.length > 4;
    if ((!isFirst && !joined) || !isNameWord(next)) return found;
    const to = nameEnd(tokens, from);
    found.push({ from, to, start: next.start + (joined ? 1 : 0), noun: at, isListed: joined });
    if (!isList) return found;
    from = tokens[to]?.text === '،' ? to + 1 : to;
  }
};

const toMention = (text: string, tokens: readonly Token[], name: UnknownName): FoundName => {
  const before = readBefore(tokens, name.noun + 1, '');
  const noun = tokens[name.noun];
  // A camp or a base is called by its noun too: "مخيم كذا", "مزرعة كذا".
  const isSpoken =
    noun !== undefined && SPOKEN_NOUNS.has(before.nounKey ?? '') && !LIST_NOUNS.has(before.nounKey ?? '');
  const isPlainText = noun?.text.length === noun?.key.length; // no elongation before the name
  const prefix = isSpoken && isPlainText ? noun.key.length - (before.nounKey ?? '').length : 0;
  const start = isSpoken ? noun.start + prefix : name.start;
  const end = tokens[name.to - 1]?.end ?? name.start;
  return {
    from: isSpoken ? name.noun : name.from,
    to: name.to,
    start,
    end,
    text: text.slice(start, end),
    adminNoun: before.adminNoun,
    relation: before.relation === 'countryside' ? 'in' : before.relation,
    direction: before.direction,
    preposition: before.preposition,
    candidates: [],
    asActor: false,
    isDateline: false,
    isListed: name.isListed,
    nation: nationAfter(tokens, name.to),
  };
};

/** "مدينة كذا الألمانية", "مطار “كذا” البريطاني". */
const nationAfter = (tokens: readonly Token[], to: number): string | undefined => {
  const next = /^["“”»]$/.test(tokens[to]?.text ?? '') ? tokens[to + 1] : tokens[to];
  return next?.key.startsWith('ال') ? nationsOf(next).at(-1) : undefined;
};

// "شرق رفح", "في مدينة البوكمال": a known place within three words
const NEAR = 3;

/** "منطقة كذا شرق رفح": a loose noun counts where a known place follows. */
const isContained = (tokens: readonly Token[], to: number, covered: ReadonlySet<number>): boolean => {
  const next = tokens[to];
  if (next?.kind !== 'word' || !(next.key.startsWith('ب') || relationOf(next))) return false;
  for (let at = to; at < to + NEAR; at++) if (covered.has(at)) return true;
  return false;
};

const GATES = new Set(['مطار', 'ميناء', 'مقاطعه', 'ولايه', 'اقليم', 'جزيره']);

/** "مطار كذا البريطاني": a loose noun counts where the name has a country, and is no adjective itself. */
const isNational = (tokens: readonly Token[], at: number, { from, to }: UnknownName): boolean =>
  GATES.has(tokens[at]?.key.replace(/^[وبل]/, '') ?? '') &&
  !(tokens[from]?.key ?? '').startsWith('ال') &&
  nationAfter(tokens, to) !== undefined;

/** Finds names after an admin noun ("بلدة كذا", "قرى كذا وكذا") among tokens no known place covers. */
export const findUnknown = (
  text: string,
  tokens: readonly Token[],
  telling: readonly number[],
  covered: ReadonlySet<number>,
): FoundName[] => {
  const found: FoundName[] = [];
  const taken = new Set(covered);
  for (const at of telling) {
    const token = tokens[at] as Token; // within bounds
    const noun = token.kind === 'word' ? adminNounOf(token) : null;
    if (!noun || taken.has(at) || isNoNoun(tokens, at, noun.key)) continue;
    if (noun.value === 'governorate' || noun.value === 'countryside') continue;
    const isLoose = LOOSE_NOUNS.has(noun.key);
    for (const name of namesAfter(tokens, at, taken, LIST_NOUNS.has(noun.key))) {
      if (isLoose && !isContained(tokens, name.to, covered) && !isNational(tokens, at, name)) break;
      found.push(toMention(text, tokens, name));
      for (let index = name.from; index < name.to; index++) taken.add(index);
    }
  }
  return found;
};

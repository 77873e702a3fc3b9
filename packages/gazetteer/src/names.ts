import type { Token } from '@rasid/arabic';
import { lookUp } from './before.ts';
import {
  ADMIN_NOUNS,
  COMPOUND_HEADS,
  LIST_NOUNS,
  LOOSE_NOUNS,
  NAME_ADJECTIVES,
  NOT_NAMES,
  RELATIONS,
} from './cues.ts';

/** A name no layer knows, standing where a name must stand. */
export type UnknownName = { from: number; to: number; start: number; noun: number };

const isNameWord = (token: Token | undefined, key: string): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  key.length > 2 && // shorter words are particles
  !NOT_NAMES.has(key) &&
  !lookUp(RELATIONS, key) &&
  !ADMIN_NOUNS.has(key);

const nameEnd = (tokens: readonly Token[], from: number): number => {
  const first = tokens[from];
  const second = tokens[from + 1];
  if (!first || !second || second.kind !== 'word') return from + 1;
  const key = first.key.replace(/^و(?=تل|ام|ابو|كفر|دير|بيت)/, '');
  if (COMPOUND_HEADS.has(key) && !NOT_NAMES.has(second.key)) return from + 2;
  return NAME_ADJECTIVES.has(second.key) ? from + 2 : from + 1;
};

/** Finds names after an admin noun ("بلدة كذا", "قرى كذا وكذا") among tokens no known place covers. */
export const findUnknown = (tokens: readonly Token[], covered: ReadonlySet<number>): UnknownName[] => {
  const found: UnknownName[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'word') return;
    const noun = lookUp(ADMIN_NOUNS, token.key);
    if (!noun || noun.value === 'governorate' || noun.value === 'countryside' || LOOSE_NOUNS.has(noun.key))
      return;
    let from = at + 1;
    for (let isFirst = true; ; isFirst = false) {
      const next = tokens[from];
      if (!next) return;
      if (covered.has(from)) {
        if (!LIST_NOUNS.has(noun.key)) return;
        from++;
        continue;
      }
      const joined = !isFirst && next.key.startsWith('و');
      if (!isFirst && !joined) return;
      if (!isNameWord(next, next.key) || (next.key.length < 4 && !COMPOUND_HEADS.has(next.key) && joined))
        return;
      const to = nameEnd(tokens, from);
      found.push({ from, to, start: next.start + (joined ? 1 : 0), noun: at });
      if (!LIST_NOUNS.has(noun.key)) return;
      from = tokens[to]?.text === '،' ? to + 1 : to;
    }
  });
  return found;
};

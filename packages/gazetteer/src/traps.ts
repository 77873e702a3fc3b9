import type { Token } from '@rasid/arabic';
import type { Before } from './before.ts';
import type { Group } from './groups.ts';

/** Words that make the name behind them part of another name. */
export type TrapRules = {
  /** "صحيفة القدس", "اتفاق الطائف": no place at all. */
  before: ReadonlySet<string>;
  /** Given names and titles: "رياض سلامة", "السيد البدوي"; only for names that are not large places. */
  persons: ReadonlySet<string>;
};

const KIN = new Set(['ابو', 'ابي', 'ابا', 'بن', 'ابن', 'بنت', 'ال', 'عبد']);

// Countries whose name is a nationality word too: "عائلة سورية" is no country, "في سورية" is one.
const ADJECTIVES = new Set(['سوريه', 'تركيه']);

const isAdjective = (key: string, previous: Token, { preposition, isNounNext }: Before): boolean =>
  ADJECTIVES.has(key) && (isNounNext || (preposition === null && /(?:ه|ات|ين|ون)$/.test(previous.key)));

/** Words behind a name that make it another word: "درعا واقية" is a vest. */
const THINGS = new Set(['واقيه', 'واقيا', 'بشريا', 'بشريه']);

const bare = (key: string): string => key.replace(/^[وفبلك]/, '');

/** Tells whether a name is part of the name of a person, a paper, a club, a treaty. */
export const isInName = (
  tokens: readonly Token[],
  from: number,
  group: Group,
  before: Before,
  proclitic: string,
  rules: TrapRules,
): boolean => {
  const previous = tokens[from - 1];
  if (group.words === 1 && THINGS.has(tokens[from + 1]?.key ?? '')) return true;
  if (previous?.kind !== 'word' || proclitic !== '') return false;
  if (isAdjective(tokens[from]?.key ?? '', previous, before)) return true;
  if (before.adminNoun || before.relation) return false;
  const key = previous.key;
  if (rules.before.has(key) || rules.before.has(bare(key)) || rules.before.has(key.replace(/^ال/, '')))
    return true;
  if (group.words > 1) return false;
  if (KIN.has(key)) return true;
  return !group.isKnown && (rules.persons.has(key) || rules.persons.has(bare(key)));
};

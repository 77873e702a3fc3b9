import { readFileSync } from 'node:fs';
import type { SourceType } from './types.ts';

/** One party of the registry. */
export type ActorEntry = {
  id: string;
  name: { ar: string; en: string };
  variants: string[];
  sector: string;
  country: string | null;
  /** ACLED interaction code, 1 to 8. */
  inter: number;
  parent: string | null;
  /** YYYY-MM of the first and last month the reading holds. */
  validFrom: string | null;
  validTo: string | null;
  /** Names that mean this party only in some countries, or only in a period (YYYY-MM). */
  local?: { name: string; in: string[]; from?: string; to?: string }[];
  /** How its statements are weighed, where the sector does not say it. */
  source?: SourceType;
  /** A person's name: titles before it are read as the office. */
  isPerson?: boolean;
};

export type Country = {
  country: string;
  name: { ar: string; en: string };
  variants: string[];
  /** Cities that stand for the government: "اتهمت واشنطن". */
  capitals: string[];
  /** Nationality adjectives, masculine singular. */
  stems: string[];
  /** Plurals of people that are not made from the adjective: "أتراك". */
  peoples: string[];
  inter: number;
};

/** A class of head nouns: what a party phrase can begin with when it is no name. */
export type NounClass = {
  id: string;
  kind: 'generic' | 'office' | 'institution' | 'group';
  sector: string | null;
  /** Second part of the id when the country is known: `tr_` + `police`. */
  suffix: string | null;
  canon: string | null;
  inter: number | null;
  /** a: can act, s: can suffer, p: can speak. */
  roles: string;
  source: SourceType | null;
  /** What may follow: nothing, adjectives, a definite genitive, or also a bare name. */
  takes: 'none' | 'adj' | 'any' | 'name';
  /**
   * What makes the noun a party: nothing, any word that belongs to it, a name or genitive, a quoted or
   * unknown name, a country or other party it belongs to, or a verb beside it.
   */
  alone: 'yes' | 'modified' | 'named' | 'quoted' | 'owned' | 'acting';
  one: string[];
  many: string[];
  phrases: string[];
  match: string;
  not: string;
};

const read = (name: string): string[] =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

/** One JSON object a line; the package's tests check the shape of every line. */
const readLines = <T>(name: string): T[] => read(name).map((line) => JSON.parse(line) as T); // shipped data, checked by the tests

export const countries: readonly Country[] = readLines<Country>('countries.jsonl');
export const nounClasses: readonly NounClass[] = readLines<NounClass>('nouns.jsonl');
export const shippedActors: readonly ActorEntry[] = readLines<ActorEntry>('actors.jsonl');

/** Words by what they can be in a noun phrase, one a line. */
export const wordLists = {
  adjectives: read('adjectives.txt'),
  /** Indefinite nouns that may stand inside a chain of genitives. */
  chain: read('chain.txt'),
  /** Fields of an authority: "وزارة التربية والتعليم". */
  portfolio: read('portfolio.txt'),
  /** Words no noun phrase of a party goes on with. */
  closed: read('closed.txt'),
  /** Nouns of happenings, things and times: no phrase of a party goes on with them either. */
  common: read('common.txt'),
  /** Verbs, third person masculine singular of the past. */
  verbs: read('verbs.txt'),
  /** Verbs whose subject stands right after them and is a party: saying, deciding, condemning. */
  speech: read('speech.txt'),
  /** Given names; `?` marks those that are common words too. */
  givenNames: read('given-names.txt'),
};

/** Ids of state forces that do not follow `country_suffix`. */
export const forces: readonly { country: string; suffix: string; id: string }[] = readLines('forces.jsonl');

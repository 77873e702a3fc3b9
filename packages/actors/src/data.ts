import { readFileSync } from 'node:fs';

/** PLOVER sector codes used by the registry. */
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
  /** A class of people ("unidentified gunmen"), not one organisation. */
  generic: boolean;
};

export type Nationality = { country: string; stems: string[] };
export type ForceNoun = { suffix: string; sector: string; nouns: string[] };

/** One JSON object a line; the package's tests check the shape of every line. */
function readLines<T>(name: string): T[] {
  return readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T); // shipped data, checked by the tests
}

export const actorEntries: readonly ActorEntry[] = readLines<ActorEntry>('actors.jsonl');
export const nationalities: readonly Nationality[] = readLines<Nationality>('nationalities.jsonl');
export const forceNouns: readonly ForceNoun[] = readLines<ForceNoun>('force-nouns.jsonl');
